"use client";

import { cx } from "@/app/_ui/cx";
import { TextInput } from "@/app/_ui/field/text-field";

type NumberInputProps = {
  /** Names it for screen readers. */
  label: string;
  /** Stands before it where no column heading does, on phones. */
  caption: string;
  unit: string;
  value: number | null;
  max: number;
  /** Shown while there is no number. */
  empty?: string;
  className?: string;
  onValueChange: (value: number | null) => void;
};

/** A small whole number with its unit. */
export function NumberInput(props: NumberInputProps) {
  const { label, caption, unit, value, max, empty, className, onValueChange } = props;

  function type(text: string) {
    const digits = text.replace(/\D/g, "");
    onValueChange(digits === "" ? null : Math.min(max, Number(digits)));
  }

  return (
    <span className={cx("flex items-center gap-3", className)}>
      <span aria-hidden="true" className="flex-1 text-13 text-muted sm:hidden">
        {caption}
      </span>
      <span className="relative block w-24 sm:w-full">
        <TextInput
          aria-label={label}
          inputMode="numeric"
          autoComplete="off"
          placeholder={empty}
          value={value ?? ""}
          onChange={(event) => type(event.target.value)}
          className={cx("tabular text-right", unit.length > 1 ? "pr-14" : "pr-8")}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-13 text-muted"
        >
          {unit}
        </span>
      </span>
    </span>
  );
}
