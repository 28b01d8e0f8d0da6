"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { type Step, steps } from "./steps";

type StepFrameProps = {
  step: Step;
  title: string;
  text: string;
  /** Buttons, the primary one last. */
  buttons: ReactNode;
  onSubmit: (form: HTMLFormElement) => void;
  children: ReactNode;
};

/** One step: its heading gets the focus, so that keyboard and screen readers start at its top. */
export function StepFrame({ step, title, text, buttons, onSubmit, children }: StepFrameProps) {
  const t = useTranslations("setup.steps");
  const heading = useRef<HTMLHeadingElement>(null);
  const place = steps.indexOf(step) + 1;
  useEffect(() => {
    if (place > 1) heading.current?.focus({ preventScroll: true });
  }, [place]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit(event.currentTarget);
  }

  return (
    <form method="post" noValidate onSubmit={submit}>
      <p className="text-13 text-muted">{t("place", { step: place, count: steps.length })}</p>
      <h1
        ref={heading}
        tabIndex={-1}
        className="mt-1 text-28 font-semibold tracking-tight outline-none"
      >
        {title}
      </h1>
      <p className="mt-2 mb-8 max-w-prose text-pretty text-muted">{text}</p>
      {children}
      <div className="mt-10 flex flex-wrap-reverse items-center justify-between gap-3">
        {buttons}
      </div>
    </form>
  );
}
