"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";

type ContactFormProps = {
  /** Who is to be reached there. */
  name: string;
  /** Rejects when it cannot be saved; then what was typed stays. */
  onAdd: (text: string) => Promise<void>;
  onClose: () => void;
};

/** One field for everything: what was typed says itself whether it is an e-mail, a phone or a site. */
export function ContactForm({ name, onAdd, onClose }: ContactFormProps) {
  const t = useTranslations("opportunity.people.contacts");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [isSaving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === "" || isSaving) return;
    setSaving(true);
    try {
      await onAdd(text);
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setSaving(false);
    }
  }

  return (
    <form
      className="mt-1 flex items-start gap-2"
      data-keep-escape=""
      onSubmit={save}
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose();
      }}
    >
      <TextField
        label={t("label", { name })}
        hideLabel
        placeholder={t("placeholder")}
        className="flex-1"
        autoFocus
        autoComplete="off"
        maxLength={2000}
        value={text}
        error={error}
        onChange={({ target }) => {
          setText(target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" variant="primary" disabled={isSaving}>
        {actions("save")}
      </Button>
    </form>
  );
}
