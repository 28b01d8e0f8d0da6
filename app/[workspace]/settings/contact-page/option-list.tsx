"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";
import { maxOptions } from "@/domain/contact-question";
import type { QuestionDraft } from "./page-draft";
import type { QuestionEdits } from "./use-question-edits";

type OptionListProps = {
  question: QuestionDraft;
  editable: boolean;
  error: string | undefined;
  edits: QuestionEdits;
};

/** What a choice offers, in both languages. */
export function OptionList({ question, editable, error, edits }: OptionListProps) {
  const t = useTranslations("settings.contactPage");
  const { id, options } = question;
  return (
    <fieldset className="flex min-w-0 flex-col items-start gap-2">
      <legend className="mb-1.5 text-13 font-medium">{t("questions.options")}</legend>
      <ul className="flex w-full flex-col gap-2">
        {options.map((option, place) => (
          <li key={option.id} data-option={option.id} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
              {(["de", "en"] as const).map((language) => (
                <TextField
                  key={language}
                  label={`${t("questions.option", { place: place + 1 })} (${t(`languages.${language}`)})`}
                  hideLabel
                  placeholder={t(`languages.${language}`)}
                  lang={language}
                  disabled={!editable}
                  maxLength={120}
                  value={option.words[language]}
                  error={place === 0 && language === "de" ? error : undefined}
                  onChange={(event) =>
                    edits.update(id, {
                      options: options.with(place, {
                        ...option,
                        words: { ...option.words, [language]: event.target.value },
                      }),
                    })
                  }
                />
              ))}
            </div>
            {editable && (
              <IconButton
                data-remove-option=""
                label={t("questions.removeOption", { place: place + 1 })}
                icon={<X size={16} />}
                onClick={() => edits.removeOption(question, place)}
              />
            )}
          </li>
        ))}
      </ul>
      {editable && (
        <Button
          size="sm"
          icon={<Plus size={14} />}
          disabled={options.length >= maxOptions}
          onClick={() => edits.addOption(question)}
        >
          {t("questions.addOption")}
        </Button>
      )}
    </fieldset>
  );
}
