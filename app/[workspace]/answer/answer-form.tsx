"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { TextAreaField } from "@/app/_ui/field/text-area-field";

type AnswerFormProps = {
  customer: string;
  body: string;
  onBody: (body: string) => void;
  isSending: boolean;
  /** Why the last try did not go. */
  failure: string | null;
  onSubmit: () => void;
  onCancel: () => void;
};

/** What is answered, and where the customer reads it. */
export function AnswerForm(props: AnswerFormProps) {
  const { customer, body, onBody, isSending, failure, onSubmit, onCancel } = props;
  const t = useTranslations("communication.answer");
  const actions = useTranslations("common.actions");
  const missing = useTranslations("communication")("missing");
  const [wasTried, setTried] = useState(false);
  const isEmpty = body.trim() === "";

  function submit(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (!isEmpty && !isSending) onSubmit();
  }

  function key(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
    if (event.key === "Escape" && !isSending) {
      event.preventDefault();
      onCancel();
    }
  }

  return (
    <form
      onSubmit={submit}
      onKeyDown={key}
      data-keep-escape=""
      aria-label={t("title", { name: customer })}
      className="mt-2 space-y-2 rounded-8 bg-sunken p-3"
    >
      <TextAreaField
        label={t("title", { name: customer })}
        hint={t("hint")}
        error={wasTried && isEmpty ? missing : undefined}
        maxLength={20_000}
        autoFocus
        readOnly={isSending}
        value={body}
        onChange={({ target }) => onBody(target.value)}
      />
      {failure && <ErrorNotice title={t("failed")} safe={t("kept")} next={failure} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={onCancel} disabled={isSending}>
          {actions("cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={isSending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
