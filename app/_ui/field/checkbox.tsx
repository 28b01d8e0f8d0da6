"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "../cx";
import { useFieldControl } from "./field-context";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "onChange"> & {
  /** The words beside the box; a click on them counts. */
  label: ReactNode;
  /** A second, quieter line. */
  description?: ReactNode;
  /** Some but not all of what it stands for. */
  indeterminate?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  hideLabel?: boolean | undefined;
};

/** A checkbox with its label. */
export function Checkbox(props: CheckboxProps) {
  const { label, description, indeterminate = false, onCheckedChange, hideLabel, ...given } = props;
  const { className, ...rest } = given;
  return (
    <label className={cx("group/check flex control-sm items-center gap-2.5", className)}>
      <span className="relative grid size-4.5 shrink-0 self-start mt-[calc((var(--control-sm)-18px)/2)]">
        <input
          type="checkbox"
          className="peer size-4.5 appearance-none rounded-6 border border-edge bg-surface transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent aria-invalid:border-red disabled:opacity-50"
          ref={(box) => {
            if (box) box.indeterminate = indeterminate;
          }}
          {...rest}
          {...useFieldControl(rest)}
          onChange={onCheckedChange && ((event) => onCheckedChange(event.target.checked))}
        />
        <svg
          viewBox="0 0 18 18"
          className="pointer-events-none absolute inset-0 hidden fill-none stroke-on-accent stroke-2 peer-checked:block peer-indeterminate:hidden"
          aria-hidden="true"
        >
          <path d="m5 9.5 2.7 2.7L13 6.5" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        <span className="pointer-events-none absolute inset-0 m-auto hidden h-0.5 w-2 rounded-full bg-on-accent peer-indeterminate:block" />
      </span>
      <span className={cx("min-w-0", hideLabel && "sr-only")}>
        {label}
        {description && <span className="block text-13 text-muted">{description}</span>}
      </span>
    </label>
  );
}
