"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { FormRow } from "@/app/_ui/form-row";
import { leadSourceCodes } from "@/domain/lead-source";
import { useCampaignChoices } from "../../fields/use-campaign-choices";
import { useWorkspace } from "../../workspace-context";
import { useLeadActions } from "../use-lead-actions";
import { useLeadPeople } from "../use-lead-people";
import { type LeadDetails, useLeadEdits } from "./use-lead";

type LeadFieldsProps = { lead: LeadDetails; disabled: boolean };

/** Who has a lead, where it came from, who sees it, and what it is about. */
export function LeadFields({ lead, disabled }: LeadFieldsProps) {
  const t = useTranslations("lead");
  const sources = useTranslations("opportunity.sources");
  const { sellers, teams, nameOf, teamName } = useLeadPeople();
  const { memberId } = useWorkspace();
  const { assign } = useLeadActions();
  const edits = useLeadEdits(lead);
  const campaigns = useCampaignChoices(lead.campaign);
  const { ownerId, teamId, isPrivate } = lead;
  const isClosed = lead.queue === "closed";

  // Whoever may not see it could not work on it; a former member only stays where they are.
  const owners = sellers.filter(({ id }) => lead.readerIds.includes(id) || id === memberId);
  const isListed = ownerId === null || owners.some(({ id }) => id === ownerId);
  const former = isListed ? [] : [{ value: ownerId, label: nameOf(ownerId) ?? t("former") }];
  const isOwnTeam = teamId === null || teams.some(({ id }) => id === teamId);
  const otherTeam = isOwnTeam
    ? []
    : [{ value: teamId, label: teamName(teamId) ?? t("panel.otherTeam") }];
  const mayBePrivate = ownerId === memberId;

  function share(choice: string) {
    if (choice === "private") return void edits.update({ isPrivate: true });
    void edits.update({ isPrivate: false, teamId: choice === "" ? null : choice });
  }

  return (
    <div className="space-y-4">
      <FormRow>
        <SelectField
          label={t("panel.owner")}
          disabled={disabled || isClosed || isPrivate}
          placeholder={t("nobody")}
          value={ownerId ?? ""}
          onValueChange={(id) => void assign(lead.id, id === "" ? null : id)}
          options={[...former, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          label={t("panel.source")}
          disabled={disabled}
          placeholder={t("panel.noSource")}
          value={lead.source ?? ""}
          onValueChange={(code) =>
            void edits.update({ source: leadSourceCodes.find((one) => one === code) ?? null })
          }
          options={leadSourceCodes.map((value) => ({ value, label: sources(value) }))}
        />
      </FormRow>
      {(campaigns.length > 0 || lead.campaignId !== null) && (
        <SelectField
          label={t("panel.campaign")}
          disabled={disabled}
          placeholder={t("panel.noCampaign")}
          value={lead.campaignId ?? ""}
          onValueChange={(id) => void edits.update({ campaignId: id === "" ? null : id })}
          options={campaigns}
        />
      )}
      <SelectField
        label={t("panel.seenBy")}
        disabled={disabled}
        placeholder={t("add.everyone")}
        value={isPrivate ? "private" : (teamId ?? "")}
        onValueChange={share}
        options={[
          ...otherTeam,
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ...(mayBePrivate || isPrivate ? [{ value: "private", label: t("panel.private") }] : []),
        ]}
      />
      <NoteField
        note={lead.note ?? ""}
        disabled={disabled}
        onSave={(note) => void edits.update({ note })}
      />
    </div>
  );
}

type NoteFieldProps = { note: string; disabled: boolean; onSave: (note: string | null) => void };

/** Saved on leaving it; what a colleague writes meanwhile appears while nobody types here. */
function NoteField({ note, disabled, onSave }: NoteFieldProps) {
  const t = useTranslations("lead.panel");
  const [draft, setDraft] = useState<string | null>(null);
  function leave() {
    const written = draft?.trim();
    setDraft(null);
    if (written !== undefined && written !== note) onSave(written === "" ? null : written);
  }
  return (
    <TextAreaField
      label={t("note")}
      placeholder={t("notePlaceholder")}
      disabled={disabled}
      maxLength={5000}
      rows={2}
      value={draft ?? note}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={leave}
    />
  );
}
