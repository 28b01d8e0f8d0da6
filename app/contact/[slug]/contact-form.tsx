"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import type { ContactPage } from "@/domain/contact-page";
import { sendMessage } from "./actions";
import { ContactFields } from "./contact-fields";
import { emptyForm } from "./form-state";
import { SentNote } from "./sent-note";
import { useProof } from "./use-proof";

type ContactFormProps = {
  page: ContactPage;
  locale: "de" | "en";
  /** Of the message; one form makes one, however often it is sent. */
  id: string;
  thanks: string | null;
};

/** The form, which works before its scripts come and without them. */
export function ContactForm({ page, locale, id, thanks }: ContactFormProps) {
  const t = useTranslations("contactPage");
  const errors = useTranslations("errors");
  const [state, send, isPending] = useActionState(sendMessage, emptyForm);
  const { proof, begin, forget } = useProof(page.slug);
  const [isWaiting, setIsWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problem = useRef<HTMLParagraphElement>(null);

  const code = state.status === "open" ? state.code : null;
  useEffect(() => {
    if (code === null) return;
    problem.current?.focus();
    // Too old or spent: the next try takes a new one.
    if (code === "proof_invalid") forget();
  }, [code, forget]);

  useEffect(() => {
    if (state.status !== "open" || state.problems.length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  useEffect(() => {
    if (!isWaiting || proof === undefined) return;
    // The hidden fields are drawn by now.
    setIsWaiting(false);
    form.current?.requestSubmit();
  }, [isWaiting, proof]);

  if (state.status !== "open") return <SentNote state={state} thanks={thanks} />;

  function submit(event: FormEvent) {
    if (proof !== undefined) return;
    event.preventDefault();
    begin();
    setIsWaiting(true);
  }

  return (
    <form ref={form} action={send} onSubmit={submit} onFocus={begin} noValidate>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="slug" value={page.slug} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="challenge" value={proof?.challenge ?? ""} />
      <input type="hidden" name="solution" value={proof?.solution ?? ""} />
      <div className="flex flex-col gap-5">
        {code !== null && (
          <p
            ref={problem}
            tabIndex={-1}
            role="alert"
            className="rounded-8 bg-red-soft px-4 py-3 text-red-text"
          >
            {errors(errors.has(code) ? code : "internal")}
          </p>
        )}
        <ContactFields page={page} locale={locale} state={state} />
        <Button type="submit" variant="primary" size="lg" pending={isPending || isWaiting}>
          {isPending || isWaiting ? t("sending") : t("send")}
        </Button>
      </div>
    </form>
  );
}
