"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { Switch } from "@/app/_ui/field/switch";
import { rowStyle } from "../../../fields/field-problem";
import { useFieldFocus } from "../../../presence/use-field-focus";
import { useBoardActions } from "../../board-actions";
import { useBoardFrame } from "../../board-frame";
import { AmountRow } from "./amount-row";
import { CampaignRow } from "./campaign-row";
import { PartyRow } from "./party-row";
import { ChoiceRow, DayRow, ProbabilityRow, type RowContext, TextRow, WithProblem } from "./rows";
import { SourceRow } from "./source-row";
import { useField } from "./use-field";

/** Every field of an opportunity, edited in place. */
export function PanelFields({ context }: { context: RowContext }) {
  const t = useTranslations("opportunity.fields");
  const values = useTranslations("opportunity.value");
  const { members, teams, stageOf } = useBoardFrame();
  const { opportunity } = context;
  const stage = stageOf(opportunity.stageId);
  const owners = members.filter(({ id, isActive }) => isActive || id === opportunity.ownerId);
  const teamOptions = teams.map(({ id, name }) => ({ value: id, label: name }));
  if (opportunity.teamId !== null && !teams.some(({ id }) => id === opportunity.teamId)) {
    teamOptions.push({ value: opportunity.teamId, label: values("otherTeam") });
  }
  return (
    <div className="space-y-0.5 px-5 py-4" {...useFieldFocus()}>
      <StageRow context={context} />
      {stage?.kind === "lost" && (
        <TextRow context={context} field="lostReason" label={t("lostReason")} />
      )}
      <AmountRow context={context} />
      {stage?.kind === "open" && (
        <ProbabilityRow context={context} label={t("probability")} ofStage={stage.probability} />
      )}
      <DayRow context={context} field="expectedCloseOn" label={t("expectedCloseOn")} />
      <TextRow
        context={context}
        field="nextStep"
        label={t("nextStep")}
        placeholder={t("nextStepPlaceholder")}
      />
      <DayRow context={context} field="nextStepOn" label={t("nextStepOn")} />
      <PartyRow context={context} field="customerId" />
      <PartyRow context={context} field="contactId" />
      <ChoiceRow
        context={context}
        field="ownerId"
        label={t("owner")}
        empty={t("nobody")}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceRow
        context={context}
        field="teamId"
        label={t("team")}
        empty={t("everyone")}
        options={teamOptions}
      />
      <PrivateRow context={context} />
      <SourceRow context={context} />
      <CampaignRow context={context} />
    </div>
  );
}

/** The stage is moved to, not edited: the card goes to the top of the column. */
function StageRow({ context }: { context: RowContext }) {
  const t = useTranslations("opportunity.fields");
  const { stages } = useBoardFrame();
  const { moveTo } = useBoardActions();
  const { id, stageId } = context.opportunity;
  return (
    <SelectField
      label={t("stage")}
      className={rowStyle}
      disabled={context.disabled}
      value={stageId}
      onValueChange={(next) => moveTo(id, next)}
      options={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
    />
  );
}

function PrivateRow({ context }: { context: RowContext }) {
  const t = useTranslations("opportunity.fields");
  const edited = useField({ field: "isPrivate", ...context });
  return (
    <WithProblem context={context} field="isPrivate" edited={edited}>
      <Switch
        className="min-h-(--control-md) [&>span:first-child]:text-13 [&>span:first-child]:text-muted"
        label={t("private")}
        description={edited.value ? t("privateText") : undefined}
        checked={edited.value}
        // Private to nobody would be hidden from everyone.
        disabled={context.disabled || context.opportunity.ownerId === null}
        onCheckedChange={edited.choose}
      />
    </WithProblem>
  );
}
