"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useMemo } from "react";
import { cx } from "../cx";
import { FieldContext } from "./field-context";

/** What every field component takes besides the props of its control. */
export type FieldProps = {
  label: string;
  /** Shown under the control; stays beside an error. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; marks the control as invalid. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Marks the label with "optional"; for forms in which most fields are required. */
  optional?: boolean | undefined;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
};

type Props = FieldProps & {
  /** One control of the kit: `TextInput`, `TextArea`, `Select`, … */
  children: ReactNode;
  /** For groups (radios, segments): a fieldset with a legend in place of a label. */
  group?: boolean | undefined;
};

/** Label, hint and error of a control, wired together for screen readers. */
export function Field(props: Props) {
  const { label, hint, error, required = false, optional, hideLabel, className, group } = props;
  const t = useTranslations("common.field");
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const invalid = Boolean(error);
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(" ") || undefined;
  const wiring = useMemo(
    () => ({ id, describedBy, invalid, required }),
    [id, describedBy, invalid, required],
  );
  const Box = group ? "fieldset" : "div";
  const Label = group ? "legend" : "label";
  return (
    <FieldContext value={wiring}>
      <Box
        className={cx("flex min-w-0 flex-col gap-1.5", className)}
        aria-describedby={group ? describedBy : undefined}
      >
        <Label
          htmlFor={group ? undefined : id}
          className={cx("text-13 font-medium text-text", hideLabel && "sr-only", group && "mb-1.5")}
        >
          {label}
          {required && (
            <span className="text-red-text" aria-hidden="true">
              {" *"}
            </span>
          )}
          {optional && <span className="font-normal text-faint"> ({t("optional")})</span>}
        </Label>
        {props.children}
        {error && (
          <p id={errorId} className="flex items-start gap-1.5 text-13 text-red-text">
            <CircleAlert size={14} className="mt-0.5 shrink-0" />
            {error}
          </p>
        )}
        {hint && (
          <div id={hintId} className="text-13 text-muted">
            {hint}
          </div>
        )}
      </Box>
    </FieldContext>
  );
}

/** Takes the field's own props from those meant for the control. */
export function splitFieldProps<T extends FieldProps>(props: T) {
  const { label, hint, error, required, optional, hideLabel, className, ...control } = props;
  return { field: { label, hint, error, required, optional, hideLabel, className }, control };
}
