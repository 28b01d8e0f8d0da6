"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../cx";
import { controlStyle } from "./control-style";
import { Field, type FieldProps, splitFieldProps } from "./field";
import { useFieldControl } from "./field-context";

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

type SelectProps = Omit<ComponentProps<"select">, "children" | "multiple" | "onChange"> & {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; stands for the empty value. */
  placeholder?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
};

/**
 * One of a few words, as the browser's own select: it opens the device's picker on touch screens
 * and costs no script. For options with icons or people take `PickerMenu` or `Combobox`.
 */
export function Select({ options, placeholder, onValueChange, className, ...rest }: SelectProps) {
  return (
    <span className={cx("relative block", className)}>
      <select
        className={cx(controlStyle, "control-md appearance-none truncate pr-8")}
        {...rest}
        {...useFieldControl(rest)}
        onChange={onValueChange && ((event) => onValueChange(event.target.value))}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={16}
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted"
      />
    </span>
  );
}

/** A labelled `Select`. */
export function SelectField(props: FieldProps & SelectProps) {
  const { field, control } = splitFieldProps(props);
  return (
    <Field {...field}>
      <Select {...control} />
    </Field>
  );
}
