"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";

const most = 6;

type ContactTextsProps = {
  texts: readonly string[];
  /** What is wrong with them, or with saving. */
  error: string | undefined;
  onChange: (texts: readonly string[]) => void;
};

/** Addresses of any kind, a field each: what is typed says itself what it is. */
export function ContactTexts({ texts, error, onChange }: ContactTextsProps) {
  const t = useTranslations("contact.new");
  const last = texts.length - 1;
  return (
    <div className="space-y-2">
      {texts.map((text, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their place alone.
          key={index}
          label={index === 0 ? t("contact") : t("contactMore", { number: index + 1 })}
          hideLabel={index > 0}
          autoFocus={index > 0}
          autoComplete="off"
          maxLength={2000}
          error={index === last ? error : undefined}
          value={text}
          onChange={({ target }) => onChange(texts.with(index, target.value))}
        />
      ))}
      {texts[last]?.trim() !== "" && texts.length < most && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus size={14} />}
          onClick={() => onChange([...texts, ""])}
        >
          {t("addContact")}
        </Button>
      )}
    </div>
  );
}
