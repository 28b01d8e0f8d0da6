"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { Switch } from "@/app/_ui/field/switch";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import type { ContactList } from "@/domain/contact-list-answers";
import {
  contactListKinds,
  longestListDescription,
  longestListName,
} from "@/domain/contact-list-input";
import { draftOf, fieldsOf } from "./contact-list-draft";
import { useContactListEdits } from "./use-contact-list-edits";

const languages = ["de", "en"] as const;

type ContactListDialogProps = {
  /** Null makes a new one. */
  list: ContactList | null;
  onClose: () => void;
};

/** Names a list in one language or both, and says what it is for. */
export function ContactListDialog({ list, onClose }: ContactListDialogProps) {
  const t = useTranslations("contactList");
  const actions = useTranslations("common.actions");
  const { create, update } = useContactListEdits();
  const formId = useId();
  const [draft, setDraft] = useState(() => draftOf(list));
  const [wasTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const fields = fieldsOf(draft);

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!fields || isPending) return;
    setPending(true);
    const isSaved = await (list ? update(list, fields) : create(fields));
    setPending(false);
    if (isSaved) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={list ? t("dialog.edit") : t("dialog.new")}
      description={t("dialog.text")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {list ? actions("save") : actions("create")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => void save(event)}
      >
        {languages.map((language) => (
          <TextField
            key={language}
            label={t(`dialog.name.${language}`)}
            error={wasTried && !fields && language === "de" ? t("dialog.nameMissing") : undefined}
            value={draft.names[language]}
            maxLength={longestListName}
            onChange={({ target }) =>
              setDraft({ ...draft, names: { ...draft.names, [language]: target.value } })
            }
          />
        ))}
        {languages.map((language) => (
          <TextAreaField
            key={language}
            label={t(`dialog.description.${language}`)}
            value={draft.descriptions[language]}
            maxLength={longestListDescription}
            onChange={({ target }) =>
              setDraft({
                ...draft,
                descriptions: { ...draft.descriptions, [language]: target.value },
              })
            }
          />
        ))}
        <SelectField
          className="sm:col-span-2"
          label={t("kind")}
          value={draft.kind}
          options={contactListKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onValueChange={(said) => {
            const kind = contactListKinds.find((one) => one === said);
            if (kind) setDraft({ ...draft, kind });
          }}
        />
        <Switch
          className="sm:col-span-2"
          label={t("dialog.offered")}
          description={t("dialog.offeredText")}
          checked={draft.isOffered}
          onCheckedChange={(isOffered) => setDraft({ ...draft, isOffered })}
        />
      </form>
    </Dialog>
  );
}
