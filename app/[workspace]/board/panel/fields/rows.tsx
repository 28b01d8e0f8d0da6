"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "@/app/_ui/field/date-field";
import { DecimalField } from "@/app/_ui/field/decimal-field";
import { SelectField, type SelectOption } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { editKeys } from "../../../fields/edit-keys";
import { FieldProblem, rowStyle } from "../../../fields/field-problem";
import type { EditedField } from "../../../fields/use-edited-field";
import { readPercent } from "../../../money-input";
import { FieldPeople } from "../../presence/field-people";
import type { FieldWords } from "../use-field-words";
import type { Opportunity } from "../use-opportunity";
import { useField } from "./use-field";
import type { FieldName, Saving } from "./use-saving";

/** What every row of the panel needs. */
export type RowContext = {
  opportunity: Opportunity;
  saving: Saving;
  words: FieldWords;
  /** For who may only look. */
  disabled: boolean;
};

type RowProps<Name extends FieldName> = { context: RowContext; field: Name; label: string };

type WithProblemProps = {
  context: RowContext;
  field: FieldName;
  edited: Pick<EditedField<never>, "again">;
  children: ReactNode;
};

/** A row, and under it what went wrong with it. */
export function WithProblem({ context, field, edited, children }: WithProblemProps) {
  const { saving, words, opportunity } = context;
  return (
    <div data-field={field} className="relative space-y-1.5">
      {children}
      <FieldPeople opportunityId={opportunity.id} field={field} />
      <FieldProblem
        state={saving.states[field]}
        words={(value) => words(field, value)}
        onKeepMine={edited.again}
        onRetry={() => edited.again(opportunity.version)}
        onForget={() => saving.forget(field)}
      />
    </div>
  );
}

type TextName = "nextStep" | "lostReason";

export function TextRow(props: RowProps<TextName> & { placeholder?: string }) {
  const { context, field, label, placeholder } = props;
  const edited = useField({ field, ...context });
  return (
    <WithProblem context={context} field={field} edited={edited}>
      <TextField
        label={label}
        className={rowStyle}
        placeholder={placeholder}
        maxLength={500}
        disabled={context.disabled}
        value={edited.value ?? ""}
        title={edited.value ?? undefined}
        onChange={({ target }) => edited.type(target.value.trim() === "" ? null : target.value)}
        onBlur={edited.commit}
        {...editKeys(edited)}
      />
    </WithProblem>
  );
}

export function DayRow({ context, field, label }: RowProps<"expectedCloseOn" | "nextStepOn">) {
  const edited = useField({ field, ...context });
  return (
    <WithProblem context={context} field={field} edited={edited}>
      <DateField
        label={label}
        className={rowStyle}
        disabled={context.disabled}
        value={edited.value ?? ""}
        onChange={({ target }) => edited.type(target.value === "" ? null : target.value)}
        onBlur={edited.commit}
        {...editKeys(edited)}
      />
    </WithProblem>
  );
}

type ProbabilityProps = Omit<RowProps<"probability">, "field"> & { ofStage: number };

/** Empty means that of the stage, which shows as the placeholder. */
export function ProbabilityRow({ context, label, ofStage }: ProbabilityProps) {
  const locale = useLocale();
  const edited = useField({ field: "probability", ...context });
  return (
    <WithProblem context={context} field="probability" edited={edited}>
      <DecimalField
        label={label}
        className={`${rowStyle} [&_input]:text-left`}
        unit="%"
        placeholder={String(ofStage)}
        disabled={context.disabled}
        parse={(text) => readPercent(text, locale)}
        value={edited.value === null ? null : String(edited.value)}
        onValueChange={(percent) => edited.type(percent === null ? null : Number(percent))}
        // Its own handler of blur would replace ours.
        onBlurCapture={edited.commit}
        {...editKeys(edited)}
      />
    </WithProblem>
  );
}

type ChoiceName = "ownerId" | "teamId";

type ChoiceRowProps = RowProps<ChoiceName> & { options: readonly SelectOption[]; empty: string };

export function ChoiceRow({ context, field, label, options, empty }: ChoiceRowProps) {
  const edited = useField({ field, ...context });
  return (
    <WithProblem context={context} field={field} edited={edited}>
      <SelectField
        label={label}
        className={rowStyle}
        disabled={context.disabled}
        placeholder={empty}
        options={options}
        value={edited.value ?? ""}
        onValueChange={(value) => edited.choose(value === "" ? null : value)}
      />
    </WithProblem>
  );
}
