"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { Switch } from "@/app/_ui/field/switch";
import { FormRow } from "@/app/_ui/form-row";
import { IconButton } from "@/app/_ui/icon-button";
import { questionKinds } from "@/domain/contact-question";
import { OptionList } from "./option-list";
import type { QuestionDraft } from "./page-draft";
import type { PageProblems } from "./page-problems";
import { TextPair } from "./text-pair";
import type { QuestionEdits } from "./use-question-edits";

type QuestionCardProps = {
  question: QuestionDraft;
  place: number;
  isLast: boolean;
  editable: boolean;
  problems: PageProblems;
  edits: QuestionEdits;
};

/** One question of the workspace's own. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, place, isLast, editable, problems, edits } = props;
  const { id, labels, kind, isRequired } = question;
  const t = useTranslations("settings.contactPage.questions");
  const name = edits.nameOf(question, place);
  return (
    <li
      data-question={id}
      className="flex flex-col gap-4 rounded-10 border border-hairline p-3 sm:p-4"
    >
      <div className="flex items-center justify-between gap-2">
        <h4 className="text-13 text-muted">{t("number", { place: place + 1 })}</h4>
        {editable && (
          <div className="flex">
            <IconButton
              size="sm"
              data-move={-1}
              label={t("up", { name })}
              icon={<ArrowUp size={16} />}
              disabled={place === 0}
              onClick={() => edits.move(place, -1)}
            />
            <IconButton
              size="sm"
              data-move={1}
              label={t("down", { name })}
              icon={<ArrowDown size={16} />}
              disabled={isLast}
              onClick={() => edits.move(place, 1)}
            />
            <IconButton
              size="sm"
              data-remove=""
              label={t("remove", { name })}
              icon={<Trash2 size={16} />}
              onClick={() => edits.remove(place)}
            />
          </div>
        )}
      </div>
      <TextPair
        label={t("label")}
        disabled={!editable}
        isLong={false}
        value={labels}
        error={problems.has(`questions.${place}.labels`) ? t("labelProblem") : undefined}
        onChange={(value) => edits.update(id, { labels: value })}
      />
      <FormRow className="items-end">
        <SelectField
          label={t("kind")}
          disabled={!editable}
          value={kind}
          options={questionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onValueChange={(value) => {
            const chosen = questionKinds.find((one) => one === value);
            if (chosen) edits.update(id, { kind: chosen });
          }}
        />
        <Switch
          label={t("required")}
          disabled={!editable}
          checked={isRequired}
          onCheckedChange={(checked) => edits.update(id, { isRequired: checked })}
        />
      </FormRow>
      {kind === "choice" && (
        <OptionList
          question={question}
          editable={editable}
          error={problems.has(`questions.${place}.options`) ? t("optionsProblem") : undefined}
          edits={edits}
        />
      )}
    </li>
  );
}
