"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import type { ContactPage } from "@/domain/contact-page";
import { textIn } from "@/domain/localized-text";
import { CheckRow } from "./check-row";
import { answerPrefix, type FormState } from "./form-state";
import { QuestionField } from "./question-field";

type ContactFieldsProps = {
  page: ContactPage;
  locale: "de" | "en";
  state: Extract<FormState, { status: "open" }>;
};

/** What the workspace asks, with what was typed before. */
export function ContactFields({ page, locale, state }: ContactFieldsProps) {
  const t = useTranslations("contactPage");
  const { values, problems } = state;
  const error = (name: "name" | "email" | "company" | "phone" | "body" | "hasAgreed") =>
    problems.includes(name) ? t(`problems.${name}`) : undefined;
  const field = (name: "name" | "email" | "company" | "phone", required: boolean) => ({
    name,
    label: t(name),
    required,
    optional: !required,
    defaultValue: values[name],
    error: error(name),
  });
  return (
    <>
      <TextField {...field("name", true)} autoComplete="name" maxLength={200} />
      <TextField
        {...field("email", true)}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={320}
      />
      {page.fields.company !== "off" && (
        <TextField
          {...field("company", page.fields.company === "required")}
          autoComplete="organization"
          maxLength={200}
        />
      )}
      {page.fields.phone !== "off" && (
        <TextField
          {...field("phone", page.fields.phone === "required")}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={60}
        />
      )}
      {page.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          locale={locale}
          value={values.answers[question.id]}
          isWrong={problems.includes(`${answerPrefix}${question.id}`)}
        />
      ))}
      <TextAreaField
        name="body"
        label={t("message")}
        required
        rows={6}
        maxLength={10_000}
        defaultValue={values.body}
        error={error("body")}
      />
      {page.lists.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-13 font-medium">{t("lists")}</legend>
          {page.lists.map(({ id, names, descriptions }) => (
            <CheckRow
              key={id}
              name="listIds"
              value={id}
              defaultChecked={values.listIds.includes(id)}
              label={textIn(names, locale)}
              note={descriptions && textIn(descriptions, locale)}
            />
          ))}
        </fieldset>
      )}
      {page.consentTexts && (
        <CheckRow
          name="hasAgreed"
          value="yes"
          required
          defaultChecked={values.hasAgreed}
          label={textIn(page.consentTexts, locale)}
          note={null}
          error={error("hasAgreed")}
        />
      )}
    </>
  );
}
