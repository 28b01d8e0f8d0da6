"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import type { TypedTexts } from "./page-draft";

type TextPairProps = {
  label: string;
  disabled: boolean;
  isLong: boolean;
  value: TypedTexts;
  error?: string | undefined;
  onChange: (value: TypedTexts) => void;
};

/** One text in both languages; who reads a language that is empty gets the other. */
export function TextPair({ label, disabled, isLong, value, error, onChange }: TextPairProps) {
  const t = useTranslations("settings.contactPage.languages");
  const Box = isLong ? TextAreaField : TextField;
  return (
    <FormRow>
      {(["de", "en"] as const).map((language) => (
        <Box
          key={language}
          label={`${label} (${t(language)})`}
          lang={language}
          disabled={disabled}
          maxLength={isLong ? 2000 : 120}
          value={value[language]}
          error={language === "de" ? error : undefined}
          onChange={(event) => onChange({ ...value, [language]: event.target.value })}
        />
      ))}
    </FormRow>
  );
}
