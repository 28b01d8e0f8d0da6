"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { answerLengths, type ContactQuestion } from "@/domain/contact-question";
import { textIn } from "@/domain/localized-text";
import { answerPrefix } from "./form-state";

type QuestionFieldProps = {
  question: ContactQuestion;
  locale: "de" | "en";
  /** As it was answered before. */
  value: string | undefined;
  isWrong: boolean;
};

/** One of the workspace's own questions. */
export function QuestionField({ question, locale, value = "", isWrong }: QuestionFieldProps) {
  const t = useTranslations("contactPage");
  const { id, labels, kind, isRequired, options } = question;
  const field = {
    name: `${answerPrefix}${id}`,
    label: textIn(labels, locale),
    required: isRequired,
    optional: !isRequired,
    defaultValue: value,
    error: isWrong ? t(kind === "choice" ? "problems.choice" : "problems.answer") : undefined,
  };
  if (kind === "choice") {
    const words = new Set(options.map((option) => textIn(option, locale)));
    return (
      <SelectField
        // A select takes what it begins with once, and a form that was sent begins anew.
        key={value}
        {...field}
        placeholder={t("choose")}
        options={[...words].map((option) => ({ value: option, label: option }))}
      />
    );
  }
  return kind === "text" ? (
    <TextField {...field} maxLength={answerLengths.text} />
  ) : (
    <TextAreaField {...field} rows={4} maxLength={answerLengths.long_text} />
  );
}
