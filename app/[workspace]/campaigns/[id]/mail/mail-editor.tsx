"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { longestBody, longestSubject } from "@/domain/campaign-input";
import { mailLanguage } from "@/domain/campaign-mail";
import type { MailDraft } from "./use-mail-draft";

type MailEditorProps = { draft: MailDraft; language: "de" | "en" };

/** Subject and text in one language, saved when its writer says so. */
export function MailEditor({ draft, language }: MailEditorProps) {
  const t = useTranslations("campaign.mail");
  const { texts, isUnsaved, isOvertaken, isPending, change, save, discard, keepMine } = draft;
  const other = language === "de" ? "en" : "de";
  const isOnlyOther = mailLanguage(texts, language) === other;
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t("subject")}
        lang={language}
        maxLength={longestSubject}
        value={texts.subjects[language]}
        onChange={({ target }) => change(language, { subject: target.value })}
      />
      <TextAreaField
        label={t("body")}
        lang={language}
        className="[&_textarea]:min-h-48"
        maxLength={longestBody}
        hint={isOnlyOther ? t("onlyOther", { language: t(`languages.${other}`) }) : t("bodyHint")}
        value={texts.bodies[language]}
        onChange={({ target }) => change(language, { body: target.value })}
      />
      {isOvertaken && (
        <div role="alert" className="rounded-10 bg-amber-soft px-4 py-3">
          <p className="text-amber-text">{t("changed")}</p>
          <Button size="sm" className="mt-2" onClick={keepMine}>
            {t("keepMine")}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" pending={isPending} disabled={!isUnsaved}>
          {t("save")}
        </Button>
        {isUnsaved && (
          <>
            <Button variant="ghost" onClick={discard}>
              {t("discard")}
            </Button>
            <span role="status" className="text-13 text-muted">
              {t("unsaved")}
            </span>
          </>
        )}
      </div>
    </form>
  );
}
