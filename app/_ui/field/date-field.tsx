"use client";

import type { ComponentProps } from "react";
import { cx } from "../cx";
import { controlStyle } from "./control-style";
import { Field, type FieldProps, splitFieldProps } from "./field";
import { useFieldControl } from "./field-context";

type DateInputProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  /** ISO 8601 day, `2026-03-31`, or empty. */
  value?: string | undefined;
  defaultValue?: string | undefined;
};

/** A day; the browser's own picker, which knows the reader's calendar and touch. */
function DateInput({ className, ...rest }: DateInputProps) {
  return (
    <input
      type="date"
      className={cx(controlStyle, "control-md tabular", className)}
      {...rest}
      {...useFieldControl(rest)}
    />
  );
}

/** A labelled `DateInput`. */
export function DateField(props: FieldProps & DateInputProps) {
  const { field, control } = splitFieldProps(props);
  return (
    <Field {...field}>
      <DateInput {...control} />
    </Field>
  );
}
