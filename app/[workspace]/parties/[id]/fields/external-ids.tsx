"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";
import { useOpened } from "../party-context";
import { Section } from "../section";
import { usePartyActions } from "../use-party-actions";

/** What other systems call the party. */
export function ExternalIds() {
  const t = useTranslations("party.externalIds");
  const client = useTRPCClient();
  const { run, undoable } = usePartyActions();
  const { opened } = useOpened();
  const { externalIds, party } = opened;
  const [isAdding, setAdding] = useState(false);
  const add = (system: string, value: string) =>
    client.externalId.add.mutate({ id: newId(), partyId: party.id, system, value });
  return (
    <Section
      title={t("title")}
      action={
        <IconButton
          size="sm"
          label={t("add")}
          icon={<Plus size={16} />}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        />
      }
    >
      {externalIds.length === 0 && !isAdding && <p className="text-13 text-muted">{t("empty")}</p>}
      <ul>
        {externalIds.map(({ id, system, value }) => (
          <li key={id} className="flex min-h-8 items-center gap-2 text-13">
            <span className="w-30 shrink-0 truncate text-muted" title={system}>
              {system}
            </span>
            <span className="min-w-0 flex-1 wrap-anywhere tabular">{value}</span>
            <IconButton
              size="sm"
              label={t("remove", { value })}
              icon={<X size={14} />}
              onClick={() =>
                void undoable(
                  t("removed", { value }),
                  () => client.externalId.remove.mutate({ id }),
                  () => add(system, value),
                )
              }
            />
          </li>
        ))}
      </ul>
      {isAdding && (
        <ExternalIdForm
          onAdd={async (system, value) => {
            if (await run(() => add(system, value))) setAdding(false);
          }}
        />
      )}
    </Section>
  );
}

function ExternalIdForm({ onAdd }: { onAdd: (system: string, value: string) => Promise<void> }) {
  const t = useTranslations("party.externalIds");
  const actions = useTranslations("common.actions");
  const [system, setSystem] = useState("");
  const [value, setValue] = useState("");

  function save(event: FormEvent) {
    event.preventDefault();
    if (system.trim() !== "" && value.trim() !== "") void onAdd(system, value);
  }

  return (
    <form className="mt-1 flex flex-wrap items-end gap-2" onSubmit={save}>
      <TextField
        label={t("system")}
        className="min-w-28 flex-1"
        placeholder={t("systemExample")}
        autoFocus
        maxLength={60}
        value={system}
        onChange={({ target }) => setSystem(target.value)}
      />
      <TextField
        label={t("value")}
        className="min-w-28 flex-1"
        maxLength={200}
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      <Button type="submit" variant="primary">
        {actions("save")}
      </Button>
    </form>
  );
}
