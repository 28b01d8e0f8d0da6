"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { FieldConflict, FieldValue } from "@/domain/field-conflict";

/** Whose value counts. */
export type Side = "mine" | "theirs";

type ConflictFieldProps = {
  label: string;
  conflict: FieldConflict;
  words: (value: FieldValue) => string;
  side: Side | undefined;
  onSide: (side: Side) => void;
};

/** One field three times, side by side: as it was, as it was typed here, as it is now. */
export function ConflictField({ label, conflict, words, side, onSide }: ConflictFieldProps) {
  const t = useTranslations("opportunity.conflict");
  const name = useId();
  const choices = [
    { value: "mine", term: t("yours"), text: words(conflict.yours), action: t("keepMine") },
    { value: "theirs", term: t("theirs"), text: words(conflict.theirs), action: t("takeTheirs") },
  ] as const;
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        <div className="rounded-8 bg-sunken p-3">
          <p className="text-12 text-muted">{t("base")}</p>
          <p className="wrap-anywhere mt-1">{words(conflict.base)}</p>
        </div>
        {choices.map(({ value, term, text, action }) => (
          <label
            key={value}
            className="relative flex min-h-11 cursor-pointer flex-col rounded-8 border border-hairline-strong p-3 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-ring"
          >
            <span className="text-12 text-muted">{term}</span>
            <span className="wrap-anywhere mt-1 mb-3">{text}</span>
            <span className="mt-auto flex items-center gap-2 font-medium text-13">
              <input
                type="radio"
                name={name}
                className="size-4 shrink-0 accent-accent"
                checked={side === value}
                onChange={() => onSide(value)}
              />
              {action}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
