"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import type { FieldValue } from "@/domain/field-conflict";
import type { FieldState } from "./field-state";

/** Label beside the control; the control looks like text until it is wanted. */
export const rowStyle =
  "grid! grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1! [&>label]:font-normal [&>label]:text-muted [&>:nth-child(n+3)]:col-start-2 [&_:is(input,select,textarea):not([type=checkbox],:hover,:focus-visible,[aria-invalid=true])]:border-transparent [&_:is(input,select,textarea):not([type=checkbox])]:pl-2 [&_:is(input,select):disabled:not([type=checkbox])]:bg-transparent [&_:is(input,select):disabled]:text-text";

type ProblemProps = {
  state: FieldState<unknown> | undefined;
  /** How a value of this field reads. */
  words: (value: FieldValue) => string;
  /** Writes a value again, on top of what others wrote. */
  onKeepMine: (version: number) => void;
  onRetry: () => void;
  /** Takes back what was typed. */
  onForget: () => void;
};

/** Under a field: that saving it failed, or that somebody else changed it meanwhile. */
export function FieldProblem({ state, words, onKeepMine, onRetry, onForget }: ProblemProps) {
  const t = useTranslations("opportunity.conflict");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  if (state?.status === "failed") {
    return (
      <Note tone="bg-red-soft" text={errorText(state.error)}>
        <Button size="sm" onClick={onRetry}>
          {actions("retry")}
        </Button>
        <Button size="sm" variant="ghost" onClick={onForget}>
          {t("giveUp")}
        </Button>
      </Note>
    );
  }
  if (state?.status !== "conflict") return null;
  const { base, theirs, yours } = state.conflict;
  return (
    <Note tone="bg-amber-soft" text={t("title")}>
      <dl className="grid w-full grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        <Version term={t("base")} value={words(base)} />
        <Version term={t("theirs")} value={words(theirs)} />
        <Version term={t("yours")} value={words(yours)} />
      </dl>
      <Button size="sm" onClick={() => onKeepMine(state.version)}>
        {t("keepMine")}
      </Button>
      <Button size="sm" variant="ghost" onClick={onForget}>
        {t("takeTheirs")}
      </Button>
    </Note>
  );
}

function Note({ tone, text, children }: { tone: string; text: string; children: ReactNode }) {
  return (
    <div role="alert" className={`col-span-2 flex flex-wrap gap-2 rounded-8 p-3 text-13 ${tone}`}>
      <p className="w-full text-pretty">{text}</p>
      {children}
    </div>
  );
}

function Version({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="wrap-anywhere">{value}</dd>
    </>
  );
}
