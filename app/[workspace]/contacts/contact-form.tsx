"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { TextField } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";

type ContactFormProps = {
  /** Who is to be reached there. */
  name: string;
  /** What stands there first. */
  text?: string;
  /** What saving it means. */
  hint?: string | undefined;
  /** Rejects when it cannot be saved; then what was typed stays. */
  onSave: (text: string) => Promise<void>;
  onClose: () => void;
};

/** One field for everything: what was typed says itself whether it is an e-mail, a phone or a site. */
export function ContactForm(props: ContactFormProps) {
  const { name, text: first = "", hint, onSave, onClose } = props;
  const t = useTranslations("opportunity.people.contacts");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const [text, setText] = useState(first);
  const [error, setError] = useState<string>();
  const [isSaving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === "" || isSaving) return;
    setSaving(true);
    try {
      await onSave(text);
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setSaving(false);
    }
  }

  return (
    <form
      // An address that stands there already is to be read whole.
      className={cx("mt-1 flex flex-wrap items-start gap-2", first !== "" && "justify-end")}
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
        className={first === "" ? "flex-1" : "w-full"}
        autoFocus
        autoComplete="off"
        maxLength={2000}
        value={text}
        hint={hint}
        error={error}
        onChange={({ target }) => {
          setText(target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" variant="primary" disabled={isSaving}>
        {actions("save")}
      </Button>
      <IconButton label={actions("cancel")} icon={<X size={16} />} onClick={onClose} />
    </form>
  );
}
