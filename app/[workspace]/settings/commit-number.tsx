"use client";

import { cx } from "@/app/_ui/cx";
import { CommitInput } from "./commit-input";

type CommitNumberProps = {
  /** Names it for screen readers. */
  label: string;
  unit: string;
  value: number | null;
  min: number;
  max: number;
  /** Shown for no number; without it a number is needed. */
  empty?: string;
  onCommit: (value: number | null) => void;
};

/** A small whole number edited in place, with its unit. */
export function CommitNumber(props: CommitNumberProps) {
  const { label, unit, value, min, max, empty, onCommit } = props;

  function commit(text: string) {
    if (text === "") return onCommit(null);
    const number = Math.min(max, Math.max(min, Number(text)));
    if (number !== value) onCommit(number);
  }

  return (
    <span className="relative block">
      <CommitInput
        aria-label={label}
        inputMode="numeric"
        placeholder={empty}
        value={value === null ? "" : String(value)}
        clean={(text) => text.replace(/\D/g, "")}
        blank={empty !== undefined}
        onCommit={commit}
        className={cx("tabular text-right", unit.length > 1 ? "pr-14" : "pr-8")}
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-13 text-muted"
      >
        {unit}
      </span>
    </span>
  );
}
