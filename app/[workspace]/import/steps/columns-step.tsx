import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { missingFields } from "@/domain/import-guess";
import type { ImportPlaces } from "../import-places";
import type { Choices } from "../import-state";
import type { CheckAnswer, FileFacts } from "../reading/worker-protocol";
import { Step } from "../step";
import { AliasFields } from "./alias-fields";
import { ColumnFields } from "./column-fields";

type ColumnsStepProps = {
  facts: FileFacts | null;
  choices: Choices | null;
  unknown: CheckAnswer["unknown"] | null;
  places: ImportPlaces;
  memberId: string;
  /** An import runs or has run: what was chosen is history. */
  isLocked: boolean;
  onChoose: (change: Partial<Choices>) => void;
};

/** Step 2: what the columns mean, and what the words in them mean here. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { facts, choices, unknown, places, memberId, isLocked, onChoose } = props;
  const t = useTranslations("import");
  if (!facts || !choices) {
    const status = isLocked ? "done" : "ahead";
    return <Step number={2} title={t("steps.columns")} status={status} hint={t("ahead.columns")} />;
  }
  const used = new Set(Object.values(choices.mapping).filter((column) => column !== null));
  const summary = t("columns.summary", { used: used.size, total: facts.header.length });
  if (isLocked) {
    return <Step number={2} title={t("steps.columns")} status="done" aside={summary} />;
  }
  const isComplete = missingFields(choices.mapping).length === 0;
  const members = places.members.map((member) =>
    member.id === memberId
      ? { id: member.id, name: t("columns.self", { name: member.name }) }
      : member,
  );
  return (
    <Step
      number={2}
      title={t("steps.columns")}
      status={isComplete ? "done" : "current"}
      aside={summary}
    >
      <ColumnFields
        facts={facts}
        mapping={choices.mapping}
        firstStage={places.stages.find((stage) => stage.kind === "open")?.name ?? ""}
        onChange={(mapping) => onChoose({ mapping })}
      />
      <AliasFields
        kind="stages"
        values={unknown?.stages ?? []}
        options={places.stages}
        chosen={choices.stages}
        onChange={(stages) => onChoose({ stages })}
      />
      <AliasFields
        kind="owners"
        values={unknown?.owners ?? []}
        options={members}
        chosen={choices.owners}
        onChange={(owners) => onChoose({ owners })}
      />
      {places.teams.length > 0 && (
        <SelectField
          className="mt-6 max-w-xs"
          label={t("columns.team")}
          value={choices.teamId ?? ""}
          placeholder={t("columns.everybody")}
          options={places.teams.map(({ id, name }) => ({ value: id, label: name }))}
          onValueChange={(teamId) => onChoose({ teamId: teamId || null })}
        />
      )}
    </Step>
  );
}
