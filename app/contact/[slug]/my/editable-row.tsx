"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { SelectField, type SelectOption } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { idle } from "./action-state";
import { correct, remove } from "./my-actions";
import { Outcome } from "./outcome";

export type RowField = {
  name: string;
  label: string;
  value: string;
  type?: "text" | "email" | "tel" | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
  required?: boolean | undefined;
  /** A choice instead of a text. */
  options?: readonly SelectOption[] | undefined;
};

type EditableRowProps = {
  /** What is known now, or what may be added. */
  shown: ReactNode;
  /** What opens the form, for those who hear it: "Change +49 30 123456". */
  action: string;
  actionLabel: string;
  fields: readonly RowField[];
  /** What the correction is about, and the version it is based on. */
  hidden: Readonly<Record<string, string>>;
  /** What is wrong when nothing else is known of it. */
  problem: string;
  isRemovable?: boolean;
  /** Corrections that wait. */
  children?: ReactNode;
};

/** One thing that is known of the customer, corrected in its place; works before its scripts come. */
export function EditableRow(props: EditableRowProps) {
  const { shown, action, actionLabel, fields, hidden, problem, isRemovable = false } = props;
  const t = useTranslations("myPage.edit");
  const [isOpen, setOpen] = useState(false);
  const [state, save, isSaving] = useActionState(correct, idle);
  const [removed, takeAway, isRemoving] = useActionState(remove, idle);
  useEffect(() => {
    if (state.status === "done") setOpen(false);
  }, [state]);
  const values = state.status === "failed" ? state.values : {};
  const isInvalid =
    state.status === "failed" &&
    (state.code === "invalid_input" || state.code === "contact_not_readable");
  const atFault = fields.findIndex(({ required }) => required);
  const latest = isRemoving || removed.status === "failed" ? removed : state;
  return (
    <li className="border-hairline border-b py-1 last:border-b-0">
      <details
        open={isOpen || state.status === "failed"}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-4 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 wrap-anywhere whitespace-pre-line">{shown}</span>
          <span className="shrink-0 text-14 text-accent-text" aria-hidden="true">
            {actionLabel}
          </span>
          <span className="sr-only">{action}</span>
        </summary>
        <form action={save} noValidate className="flex flex-col gap-4 pt-2 pb-4">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {fields.map((field, place) => (
            <RowControl
              key={field.name}
              field={field}
              typed={values[field.name]}
              error={isInvalid && place === atFault ? problem : undefined}
            />
          ))}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="primary" pending={isSaving}>
              {t("save")}
            </Button>
            {isRemovable && (
              <Button type="submit" variant="ghost" formAction={takeAway} pending={isRemoving}>
                {t("remove")}
              </Button>
            )}
          </div>
        </form>
      </details>
      <div className="empty:hidden">
        {latest.status !== "idle" && !isInvalid && (
          <Outcome state={latest} done={t("saved")} isPending={isSaving || isRemoving} />
        )}
      </div>
      {props.children}
    </li>
  );
}

type RowControlProps = { field: RowField; typed: string | undefined; error: string | undefined };

function RowControl({ field, typed, error }: RowControlProps) {
  const { name, label, value, type = "text", autoComplete, maxLength, required, options } = field;
  const defaultValue = typed ?? value;
  if (options) {
    return (
      <SelectField
        name={name}
        label={label}
        options={options}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        error={error}
      />
    );
  }
  return (
    <TextField
      name={name}
      label={label}
      type={type}
      required={required}
      autoComplete={autoComplete}
      maxLength={maxLength}
      defaultValue={defaultValue}
      error={error}
    />
  );
}
