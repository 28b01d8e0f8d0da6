"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx";

type Segment<Value extends string> = {
  value: Value;
  label: string;
  icon?: ReactNode;
  /** Shows the icon alone; the label stays its name and tooltip. */
  iconOnly?: boolean | undefined;
};

type SegmentedControlProps<Value extends string> = {
  /** What is chosen here, for screen readers. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Pointer or focus came near: time to fetch what a choice may need. */
  onIntent?: (() => void) | undefined;
  /** For forms; made up if missing. */
  name?: string | undefined;
  className?: string | undefined;
};

/** One of two to five, all visible; a radio group, so arrow keys move the choice. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onValueChange, onIntent, name, className } = props;
  const madeUp = useId();
  return (
    <fieldset
      className={cx("inline-flex shrink-0 rounded-8 bg-sunken p-0.5", className)}
      onPointerEnter={onIntent}
      onFocus={onIntent}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          data-tooltip={segment.iconOnly ? segment.label : undefined}
          className="relative inline-flex min-h-[calc(var(--control-md)-4px)] select-none items-center justify-center gap-1.5 rounded-6 px-2.5 text-13 font-medium text-muted transition-colors hover:text-text has-checked:bg-raised has-checked:text-text has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-ring pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <input
            type="radio"
            className="absolute inset-0 appearance-none opacity-0"
            name={name ?? madeUp}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onValueChange(segment.value)}
          />
          {segment.icon}
          <span className={segment.iconOnly ? "sr-only" : undefined}>{segment.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
