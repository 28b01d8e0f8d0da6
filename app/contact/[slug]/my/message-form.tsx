"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/app/_ui/button";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { idle } from "./action-state";
import { write } from "./my-actions";
import { Outcome } from "./outcome";

type MessageFormProps = {
  /** Of the message; one form makes one, however often it is sent. */
  id: string;
  /** A message of the talk that it belongs to; null begins a new one. */
  about: string | null;
  label: string;
};

/** Where a customer writes. */
export function MessageForm({ id, about, label }: MessageFormProps) {
  const t = useTranslations("myPage.talks");
  const [state, send, isPending] = useActionState(write, idle);
  return (
    <form action={send} noValidate className="flex flex-col gap-3">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="about" value={about ?? ""} />
      <TextAreaField
        name="body"
        label={label}
        rows={2}
        maxLength={10_000}
        required
        defaultValue={state.status === "failed" ? state.values.body : ""}
        error={
          state.status === "failed" && state.code === "invalid_input" ? t("missing") : undefined
        }
      />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" pending={isPending}>
          {t("send")}
        </Button>
        <Outcome state={state} done={t("sent")} isPending={isPending} />
      </div>
    </form>
  );
}
