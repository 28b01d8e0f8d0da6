"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "@/app/_ui/field/date-field";
import { DecimalField } from "@/app/_ui/field/decimal-field";
import { SelectField, type SelectOption } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { parseDecimal } from "@/app/_ui/format/parse-decimal";
import type { PartyPatch } from "@/domain/party-input";
import { editKeys } from "../../../fields/edit-keys";
import { FieldProblem, rowStyle } from "../../../fields/field-problem";
import { type EditedField, useEditedField } from "../../../fields/use-edited-field";
import type { PartyField, PartySaving } from "../../../fields/use-party-saving";
import { readAmount } from "../../../money-input";
import { useOpened } from "../party-context";
import { FieldPeople } from "../presence/field-people";
import { usePartyWords } from "./use-party-words";

type Values = { [Name in PartyField]-?: Exclude<PartyPatch[Name], undefined> };
export type RowProps<Name extends PartyField = PartyField> = { field: Name; saving: PartySaving };

/** One field of the party, edited in place; `also` belongs to it and is saved with it. */
export function usePartyField<Name extends PartyField>(
  { field, saving }: RowProps<Name>,
  also?: PartyPatch,
): EditedField<Values[Name]> {
  const { party } = useOpened().opened;
  const state = saving.states[field];
  const kept = state && "patch" in state ? state.patch : undefined;
  return useEditedField<Values[Name]>({
    // The row holds each field as a patch names it.
    stored: party[field] as Values[Name],
    kept: kept?.[field] as Values[Name] | undefined,
    version: party.version,
    save(next, version) {
      saving.save(field, { ...also, [field]: next } as PartyPatch, version);
    },
  });
}

type WithProblemProps = RowProps & {
  edited: Pick<EditedField<never>, "again">;
  children: ReactNode;
};

/** A row, and under it what went wrong with it. */
export function WithProblem({ field, saving, edited, children }: WithProblemProps) {
  const words = usePartyWords();
  const { version } = useOpened().opened.party;
  return (
    <div data-field={field} className="relative space-y-1.5">
      {children}
      <FieldPeople field={field} />
      <FieldProblem
        state={saving.states[field]}
        words={(value) => words(field, value)}
        onKeepMine={edited.again}
        onRetry={() => edited.again(version)}
        onForget={() => saving.forget(field)}
      />
    </div>
  );
}

type TextName =
  | "name"
  | "localName"
  | "salutation"
  | "title"
  | "givenName"
  | "familyName"
  | "suffix"
  | "occupation"
  | "legalForm"
  | "industry"
  | "vatId"
  | "registration";

export function TextRow(props: RowProps<TextName> & { maxLength: number }) {
  const t = useTranslations("party");
  const { field, maxLength } = props;
  const edited = usePartyField(props);
  return (
    <WithProblem {...props} edited={edited}>
      <TextField
        label={t(`fields.${field}`)}
        className={rowStyle}
        placeholder="–"
        maxLength={maxLength}
        value={edited.value ?? ""}
        title={edited.value ?? undefined}
        autoComplete="off"
        onChange={({ target }) =>
          edited.type((target.value.trim() === "" ? null : target.value) as never)
        }
        onBlur={edited.commit}
        {...editKeys(edited)}
      />
    </WithProblem>
  );
}

export function DayRow(props: RowProps<"birthday">) {
  const t = useTranslations("party.fields");
  const edited = usePartyField(props);
  return (
    <WithProblem {...props} edited={edited}>
      <DateField
        label={t(props.field)}
        className={rowStyle}
        value={edited.value ?? ""}
        onChange={({ target }) => edited.type(target.value === "" ? null : target.value)}
        onBlur={edited.commit}
        {...editKeys(edited)}
      />
    </WithProblem>
  );
}

export function CountRow(props: RowProps<"employees">) {
  const t = useTranslations("party.fields");
  const locale = useLocale();
  const edited = usePartyField(props);
  return (
    <WithProblem {...props} edited={edited}>
      <DecimalField
        label={t(props.field)}
        className={`${rowStyle} [&_input]:text-left`}
        placeholder="–"
        parse={(text) => wholeNumber(parseDecimal(text, locale))}
        value={edited.value === null ? null : String(edited.value)}
        onValueChange={(count) => edited.type(count === null ? null : Number(count))}
        // Its own handler of blur would replace ours.
        onBlurCapture={edited.commit}
        {...editKeys(edited)}
      />
    </WithProblem>
  );
}

function wholeNumber(value: string | null): string | null {
  return value !== null && /^\d{1,9}$/.test(value) ? value : null;
}

/** Money a year, in a currency of its own. */
export function RevenueRow(props: Omit<RowProps, "field"> & { currencies: readonly string[] }) {
  const t = useTranslations("party.fields");
  const locale = useLocale();
  const { party } = useOpened().opened;
  const [first = "EUR"] = props.currencies;
  const inCurrency = { revenueCurrency: party.revenueCurrency ?? first };
  const revenue = usePartyField({ ...props, field: "revenue" }, inCurrency);
  const currency = usePartyField({ ...props, field: "revenueCurrency" });
  return (
    <>
      <WithProblem {...props} field="revenue" edited={revenue}>
        <div className="flex gap-2">
          <DecimalField
            label={t("revenue")}
            className={`${rowStyle} flex-1 [&_input]:text-left`}
            placeholder="–"
            parse={(text) => readAmount(text, locale)}
            value={revenue.value}
            onValueChange={revenue.type}
            onBlurCapture={revenue.commit}
            {...editKeys(revenue)}
          />
          {party.revenue !== null && (
            <SelectField
              label={t("revenueCurrency")}
              hideLabel
              className="w-22 [&_select:not(:hover,:focus-visible)]:border-transparent"
              value={currency.value ?? first}
              onValueChange={currency.choose}
              options={props.currencies.map((code) => ({ value: code, label: code }))}
            />
          )}
        </div>
      </WithProblem>
      <WithProblem {...props} field="revenueCurrency" edited={currency}>
        {null}
      </WithProblem>
    </>
  );
}

type ChoiceName = "language" | "currency" | "timeZone" | "ownerId" | "source" | "status";

/** One of a few words; without `empty` there is no empty choice. */
export function ChoiceRow(
  props: RowProps<ChoiceName> & { options: readonly SelectOption[]; empty?: string },
) {
  const t = useTranslations("party.fields");
  const { field, options, empty } = props;
  const edited = usePartyField(props);
  return (
    <WithProblem {...props} edited={edited}>
      <SelectField
        label={t(field)}
        className={rowStyle}
        {...(empty !== undefined && { placeholder: empty })}
        options={options}
        value={edited.value ?? ""}
        // The options name nothing else.
        onValueChange={(value) => edited.choose((value === "" ? null : value) as never)}
      />
    </WithProblem>
  );
}
