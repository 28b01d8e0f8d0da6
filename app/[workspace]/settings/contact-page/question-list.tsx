"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { maxQuestions } from "@/domain/contact-question";
import type { ChangePage, QuestionDraft } from "./page-draft";
import type { PageProblems } from "./page-problems";
import { QuestionCard } from "./question-card";
import { useQuestionEdits } from "./use-question-edits";

type QuestionListProps = {
  questions: readonly QuestionDraft[];
  editable: boolean;
  change: ChangePage;
  problems: PageProblems;
};

/** The workspace's own questions: to write, to put in order, to take away. */
export function QuestionList({ questions, editable, change, problems }: QuestionListProps) {
  const t = useTranslations("settings.contactPage.questions");
  const box = useRef<HTMLDivElement>(null);
  const edits = useQuestionEdits(questions, change, box);
  // After something was taken back, when another one had its place already.
  const isTooMany = problems.has("questions");
  return (
    <div ref={box} className="flex flex-col items-start gap-3">
      {questions.length > 0 && (
        <ol aria-label={t("title")} className="flex w-full flex-col gap-3">
          {questions.map((question, place) => (
            <QuestionCard
              key={question.id}
              question={question}
              place={place}
              isLast={place === questions.length - 1}
              editable={editable}
              problems={problems}
              edits={edits}
            />
          ))}
        </ol>
      )}
      {editable && (
        <Button
          data-add=""
          icon={<Plus size={16} />}
          disabled={questions.length >= maxQuestions}
          onClick={edits.add}
        >
          {t("add")}
        </Button>
      )}
      {questions.length >= maxQuestions && (
        <p
          role={isTooMany ? "alert" : undefined}
          className={cx("text-13", isTooMany ? "text-red-text" : "text-muted")}
        >
          {t("enough", { count: maxQuestions })}
        </p>
      )}
    </div>
  );
}
