"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { askForLink } from "./session-actions";

type AskFormProps = { slug: string; workspace: string; locale: "de" | "en" };

/** The way in: an address, to which a link is mailed. Says the same to known and unknown. */
export function AskForm({ slug, workspace, locale }: AskFormProps) {
  const t = useTranslations("myPage.ask");
  const errors = useTranslations("errors");
  const [state, ask, isPending] = useActionState(askForLink, {
    status: "open" as const,
    email: "",
    code: null,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (state.status === "asked") heading.current?.focus();
  }, [state.status]);

  if (state.status === "asked") {
    return (
      <section>
        <h1 ref={heading} tabIndex={-1} className="mb-3 text-28 font-semibold leading-9">
          {t("asked")}
        </h1>
        <p className="text-muted">{t("askedText", { email: state.email })}</p>
      </section>
    );
  }
  const { code } = state;
  return (
    <form action={ask} noValidate className="flex flex-col gap-5">
      <div>
        <h1 className="mb-2 text-28 font-semibold leading-9">{t("title")}</h1>
        <p className="text-muted">{t("text", { workspace })}</p>
      </div>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="locale" value={locale} />
      {code !== null && code !== "invalid_input" && (
        <p role="alert" className="rounded-8 bg-red-soft px-4 py-3 text-red-text">
          {errors(code)}
        </p>
      )}
      <TextField
        name="email"
        label={t("email")}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={320}
        required
        defaultValue={state.email}
        error={code === "invalid_input" ? t("invalid") : undefined}
      />
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        {t("button")}
      </Button>
    </form>
  );
}
