"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { FormRow } from "@/app/_ui/form-row";
import { FormPart } from "./form-part";
import type { PagePartProps } from "./page-draft";
import type { PageProblems } from "./page-problems";
import { QuestionList } from "./question-list";

const uses = ["off", "optional", "required"] as const;

/** What the form asks beside name, address and message. */
export function QuestionsPart(props: PagePartProps & { problems: PageProblems }) {
  const { draft, editable, change, problems } = props;
  const t = useTranslations("settings.contactPage");
  return (
    <FormPart title={t("parts.questions")} text={t("parts.questionsText")}>
      <FormRow>
        {(["company", "phone"] as const).map((name) => (
          <SelectField
            key={name}
            label={t(`fields.${name}`)}
            disabled={!editable}
            value={draft.fields[name]}
            options={uses.map((value) => ({ value, label: t(`uses.${value}`) }))}
            onValueChange={(value) => {
              const use = uses.find((one) => one === value);
              if (use) change({ fields: { ...draft.fields, [name]: use } });
            }}
          />
        ))}
      </FormRow>
      <QuestionList
        questions={draft.questions}
        editable={editable}
        change={change}
        problems={problems}
      />
    </FormPart>
  );
}
