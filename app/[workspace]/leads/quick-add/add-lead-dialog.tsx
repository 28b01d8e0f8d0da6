"use client";

import { Building2, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import { Dialog } from "@/app/_ui/popup/dialog";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { useToast } from "@/app/_ui/toast/use-toast";
import { canEditPipeline } from "@/domain/access";
import { leadSourceCodes } from "@/domain/lead-source";
import type { LikelyParty } from "@/domain/likely-party";
import { LikelyParties } from "../../likely-parties";
import { UsedParty } from "../../used-party";
import { useWorkspace } from "../../workspace-context";
import { useLeadActions } from "../use-lead-actions";
import { useLeadPeople } from "../use-lead-people";
import { companyToFind, emptyLead, leadOf, typedPerson } from "./lead-draft";

type AddLeadDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Somebody wants to see the lead that was added. */
  onAdded: (id: string) => void;
};

const below = "px-5 py-2.5";

/** A name and a contact point are enough; Enter adds. What was typed stays until it is saved. */
export function AddLeadDialog({ open, onOpenChange, onAdded }: AddLeadDialogProps) {
  const t = useTranslations("lead.add");
  const actions = useTranslations("common.actions");
  const sources = useTranslations("opportunity.sources");
  const formId = useId();
  const toast = useToast();
  const errorText = useErrorText();
  const client = useTRPCClient();
  const { memberId, timeZone, accessRole } = useWorkspace();
  const { teams } = useLeadPeople();
  const { readAnew } = useLeadActions();
  const [draft, setDraft] = useState(emptyLead);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isPending, setPending] = useState(false);

  function change(part: Partial<typeof draft>) {
    setDraft((held) => ({ ...held, ...part }));
    setMissing(false);
    setFailure(undefined);
  }

  function use({ id, name, kind }: LikelyParty, asCompany: boolean) {
    change(asCompany ? { companyId: id, companyName: name } : { partyId: id, name, kind });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = leadOf(draft, { memberId, timeZone });
    if (!input) return setMissing(true);
    if (isPending) return;
    setPending(true);
    try {
      await client.lead.add.mutate(input);
      onOpenChange(false);
      setDraft(emptyLead());
      toast.show({
        title: t("added", { name: input.name }),
        tone: "success",
        action: { label: t("open"), run: () => onAdded(input.id) },
      });
      void readAnew();
    } catch (error) {
      setFailure(errorText(error));
    }
    setPending(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      grows
      below={
        <div className="max-h-[32dvh] overflow-y-auto sm:rounded-b-10">
          {draft.partyId !== "" && (
            <UsedParty
              name={draft.name}
              onRelease={() => change({ partyId: "" })}
              className={below}
            />
          )}
          <LikelyParties
            typed={draft.partyId === "" ? typedPerson(draft) : null}
            company={companyToFind(draft)}
            except={draft.companyId}
            onUse={use}
            className={below}
          />
        </div>
      }
      footer={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            {actions("cancel")}
          </Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="space-y-4">
        <TextField
          label={t("name")}
          autoFocus
          autoComplete="off"
          maxLength={200}
          error={missing ? t("nameMissing") : undefined}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value, partyId: "" })}
        />
        <SegmentedControl
          label={t("kind")}
          className="w-full *:flex-1"
          value={draft.kind}
          onValueChange={(kind) => change({ kind, partyId: "" })}
          segments={[
            { value: "person", label: t("person"), icon: <User size={14} /> },
            { value: "organization", label: t("organization"), icon: <Building2 size={14} /> },
          ]}
        />
        <TextField
          label={t("contact")}
          autoComplete="off"
          maxLength={2000}
          error={failure}
          value={draft.contact}
          onChange={({ target }) => change({ contact: target.value })}
        />
        <FormRow>
          {draft.kind === "person" && (
            <TextField
              label={t("company")}
              autoComplete="off"
              maxLength={200}
              value={draft.companyName}
              onChange={({ target }) => change({ companyName: target.value, companyId: "" })}
            />
          )}
          <SelectField
            label={t("source")}
            placeholder="–"
            value={draft.source}
            onValueChange={(source) => change({ source })}
            options={leadSourceCodes.map((value) => ({ value, label: sources(value) }))}
          />
        </FormRow>
        <TextAreaField
          label={t("note")}
          placeholder={t("notePlaceholder")}
          rows={2}
          maxLength={5000}
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
        <FormRow>
          {canEditPipeline(accessRole) && (
            <SelectField
              label={t("hands")}
              value={draft.isMine ? "mine" : "queue"}
              onValueChange={(choice) => change({ isMine: choice === "mine" })}
              options={[
                { value: "queue", label: t("queue") },
                { value: "mine", label: t("mine") },
              ]}
            />
          )}
          {teams.length > 0 && (
            <SelectField
              label={t("seenBy")}
              placeholder={t("everyone")}
              value={draft.teamId}
              onValueChange={(teamId) => change({ teamId })}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FormRow>
      </form>
    </Dialog>
  );
}
