"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { ComboboxField, type ComboboxOption } from "@/app/_ui/field/combobox-field";
import { DateField } from "@/app/_ui/field/date-field";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import { mutualTypes, relationshipTypes } from "@/domain/party-roles";
import { usePartySearch } from "../../../use-party-search";
import { useOpened } from "../party-context";
import { usePartyActions } from "../use-party-actions";
import { useRelationWords } from "./use-relation-words";

/** What the other is, seen from a person or an organization, most used first. */
const firstChoice = { person: "EMPLOYMENT from", organization: "EMPLOYMENT to" } as const;

/** Relates the party to another one, which is found by name or made. */
export function RelationDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("party.relations");
  const actions = useTranslations("common.actions");
  const { opened, today } = useOpened();
  const { run, isPending } = usePartyActions();
  const client = useTRPCClient();
  const words = useRelationWords();
  const findParty = usePartySearch([]);
  const [choice, setChoice] = useState<string>(firstChoice[opened.party.kind]);
  const [other, setOther] = useState<ComboboxOption | null>(null);
  const [title, setTitle] = useState("");
  const [from, setFrom] = useState(today);
  const [problem, setProblem] = useState<string>();

  const choices = relationshipTypes.flatMap((typeCode) =>
    (mutualTypes.has(typeCode) ? [true] : [true, false]).map((isFrom) => ({
      value: `${typeCode} ${isFrom ? "to" : "from"}`,
      label: words({ typeCode, isFrom }),
      typeCode,
      isFrom,
    })),
  );
  const chosen = choices.find(({ value }) => value === choice);

  async function create(name: string) {
    // Whoever works at an organization is a person, and the other way round.
    const kind = opened.party.kind === "person" ? "organization" : "person";
    const made = await client.party.create.mutate({ kind, name });
    setOther({ id: made.id, label: name });
  }

  async function save() {
    if (!other || !chosen) {
      setProblem(t("partyMissing"));
      return;
    }
    const { id } = opened.party;
    const ends = chosen.isFrom ? { fromId: id, toId: other.id } : { fromId: other.id, toId: id };
    const isSaved = await run(() =>
      client.partyRelationship.add.mutate({
        id: newId(),
        typeCode: chosen.typeCode,
        ...ends,
        title: title.trim() === "" ? null : title,
        valid: { from: from === "" ? null : from, until: null },
      }),
    );
    if (!isSaved) return;
    setOther(null);
    setTitle("");
    onClose();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("addTitle", { name: opened.party.name })}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {actions("cancel")}
          </Button>
          <Button variant="primary" pending={isPending} onClick={() => void save()}>
            {actions("add")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("type")}
          value={choice}
          onValueChange={setChoice}
          options={choices.map(({ value, label }) => ({ value, label }))}
        />
        <ComboboxField
          label={t("party")}
          value={other}
          error={problem}
          onValueChange={(option) => {
            setOther(option);
            setProblem(undefined);
          }}
          onCreate={(name) => void run(() => create(name))}
          search={async (text, signal) =>
            (await findParty(text, signal)).filter(({ id }) => id !== opened.party.id)
          }
        />
        <TextField
          label={t("title")}
          placeholder={t("titleExample")}
          maxLength={200}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <DateField
          label={t("from")}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      </div>
    </Dialog>
  );
}
