"use client";

import type { ComponentProps } from "react";
import { cx } from "../cx";
import { controlStyle } from "./control-style";
import { Field, type FieldProps, splitFieldProps } from "./field";
import { useFieldControl } from "./field-context";

type TextAreaProps = ComponentProps<"textarea">;

/** A control for several lines; grows with its text where the browser can. */
function TextArea({ className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      className={cx(controlStyle, "field-sizing-content max-h-96 min-h-20 py-2", className)}
      {...rest}
      {...useFieldControl(rest)}
    />
  );
}

/** A labelled `TextArea`. */
export function TextAreaField(props: FieldProps & TextAreaProps) {
  const { field, control } = splitFieldProps(props);
  return (
    <Field {...field}>
      <TextArea {...control} />
    </Field>
  );
}
