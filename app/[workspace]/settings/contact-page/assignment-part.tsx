"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { FormRow } from "@/app/_ui/form-row";
import { FormPart } from "./form-part";
import type { PagePartProps } from "./page-draft";

export type Named = { id: string; name: string };

type AssignmentPartProps = PagePartProps & {
  members: readonly Named[];
  teams: readonly Named[];
  isNobody: boolean;
};

const rules = ["queue", "member", "turns"] as const;

/** Who gets what comes in. */
export function AssignmentPart(props: AssignmentPartProps) {
  const { draft, editable, change, members, teams, isNobody } = props;
  const t = useTranslations("settings.contactPage");
  const pick = (label: string, options: readonly Named[], key: "memberId" | "teamId") => (
    <SelectField
      label={label}
      disabled={!editable}
      placeholder={t("choose")}
      value={draft[key] ?? ""}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
      onValueChange={(value) => change({ [key]: value || null })}
      error={isNobody ? t("chooseProblem") : undefined}
    />
  );
  return (
    <FormPart title={t("parts.assignment")}>
      <FormRow>
        <SelectField
          label={t("assignment")}
          disabled={!editable}
          value={draft.assignment}
          options={rules.map((value) => ({ value, label: t(`rules.${value}`) }))}
          onValueChange={(value) => {
            const assignment = rules.find((one) => one === value);
            if (assignment) change({ assignment });
          }}
        />
        {draft.assignment === "member" && pick(t("member"), members, "memberId")}
        {draft.assignment === "turns" && pick(t("team"), teams, "teamId")}
      </FormRow>
    </FormPart>
  );
}
