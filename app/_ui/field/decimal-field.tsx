"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { cx } from "../cx";
import { formatDecimal } from "../format/decimal";
import { parseDecimal } from "../format/parse-decimal";
import { controlStyle } from "./control-style";
import { Field, type FieldProps, splitFieldProps } from "./field";
import { useFieldControl } from "./field-context";

type DecimalOwnProps = {
  /** Canonical decimal (`"1234.5"`), or null when empty. */
  value: string | null;
  /** Called with a canonical decimal or null while typing, never with text that is no number. */
  onValueChange: (value: string | null) => void;
  /** Text of the reader to canonical decimal, null if it is none; defaults to `parseDecimal`. */
  parse?: ((text: string) => string | null) | undefined;
  /** Shown inside at the right, e.g. `€` or `%`. */
  unit?: string | undefined;
};

type DecimalFieldProps = FieldProps &
  DecimalOwnProps &
  Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "onChange" | "prefix">;

/**
 * A labelled number or sum of money, typed as people of the reader's language write it ("1.234,50"
 * or "1,234.50"). Formats on leaving only: a change on entering would undo the
 * selection that Tab makes. Text that is no number stays and is explained.
 */
export function DecimalField(props: DecimalFieldProps) {
  const { field, control } = splitFieldProps(props);
  const { value, onValueChange, parse, unit, name, ...rest } = control;
  const locale = useLocale();
  const t = useTranslations("common.field");
  const [draft, setDraft] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const read = parse ?? ((text: string) => parseDecimal(text, locale));
  const broken = draft !== null && draft.trim() !== "" && read(draft) === null;

  function type(text: string) {
    setDraft(text);
    if (text.trim() === "") return onValueChange(null);
    const parsed = read(text);
    if (parsed !== null) onValueChange(parsed);
  }

  function leave() {
    setLeft(true);
    if (!broken) setDraft(null);
  }

  const example = formatDecimal("1234.5", locale);
  const error = field.error ?? (broken && left ? t("invalidNumber", { example }) : undefined);
  const shown = draft ?? (value === null ? "" : formatDecimal(value, locale));
  return (
    <Field {...field} error={error}>
      <DecimalInput
        {...rest}
        problem={broken ? t("invalidNumber", { example }) : ""}
        unit={unit}
        text={shown}
        onText={type}
        onFocus={() => setLeft(false)}
        onBlur={leave}
      />
      {name && <input type="hidden" name={name} value={value ?? ""} />}
    </Field>
  );
}

type DecimalInputProps = Omit<ComponentProps<"input">, "value" | "onChange"> & {
  text: string;
  onText: (text: string) => void;
  unit: string | undefined;
  /** Keeps the browser from sending a form with text that is no number; empty if all is well. */
  problem: string;
};

function DecimalInput({ text, onText, unit, problem, ...rest }: DecimalInputProps) {
  return (
    <span className="relative block">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={cx(controlStyle, "control-md tabular text-right", unit && "pr-9")}
        {...rest}
        {...useFieldControl(rest)}
        ref={(input) => input?.setCustomValidity(problem)}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {unit && (
        <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-muted">
          {unit}
        </span>
      )}
    </span>
  );
}
