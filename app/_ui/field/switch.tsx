"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "../cx";
import { useFieldControl } from "./field-context";

type SwitchProps = Omit<
  ComponentProps<"input">,
  "type" | "role" | "onChange" | "checked" | "defaultChecked"
> & {
  checked: boolean;
  label: ReactNode;
  description?: ReactNode;
  onCheckedChange: (checked: boolean) => void;
};

/** On or off, at once; inside forms that are sent later take `Checkbox`. */
export function Switch(props: SwitchProps) {
  const { label, description, checked, onCheckedChange, className, ...rest } = props;
  return (
    <label className={cx("flex control-sm items-center justify-between gap-4", className)}>
      <span className="min-w-0">
        {label}
        {description && <span className="block text-13 text-muted">{description}</span>}
      </span>
      <span className="relative inline-flex shrink-0">
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          className="peer h-5 w-9 appearance-none rounded-full bg-edge transition-colors checked:bg-accent disabled:opacity-50"
          {...rest}
          {...useFieldControl(rest)}
          onChange={(event) => onCheckedChange(event.target.checked)}
        />
        <span className="pointer-events-none absolute top-0.5 left-0.5 size-4 rounded-full bg-on-accent shadow-card transition-transform peer-checked:translate-x-4" />
      </span>
    </label>
  );
}
