"use client";

import type { ComponentProps } from "react";
import { cx } from "../cx";
import { controlStyle } from "./control-style";
import { Field, type FieldProps, splitFieldProps } from "./field";
import { useFieldControl } from "./field-context";

type TextInputProps = ComponentProps<"input">;

/** A one-line text control; takes its id and aria attributes from the `Field` around it. */
export function TextInput({ className, type = "text", ...rest }: TextInputProps) {
  return (
    <input
      type={type}
      className={cx(controlStyle, "control-md", className)}
      {...rest}
      {...useFieldControl(rest)}
    />
  );
}

/** A labelled text control; `type` may be `email`, `tel`, `url`, `password`, `search`. */
export function TextField(props: FieldProps & TextInputProps) {
  const { field, control } = splitFieldProps(props);
  return (
    <Field {...field}>
      <TextInput {...control} />
    </Field>
  );
}
