"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FormState } from "./form-state";

type SentNoteProps = {
  state: Exclude<FormState, { status: "open" }>;
  /** The workspace's own words. */
  thanks: string | null;
};

/** In place of the form: what happened, and what comes next. */
export function SentNote({ state, thanks }: SentNoteProps) {
  const t = useTranslations("contactPage");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1} className="mb-3 text-20 font-semibold">
        {t(`${state.status}.title`)}
      </h2>
      {thanks && state.status === "received" && (
        <p className="mb-3 whitespace-pre-line">{thanks}</p>
      )}
      <p className="text-muted">{t(`${state.status}.text`, { email: state.email })}</p>
    </section>
  );
}
