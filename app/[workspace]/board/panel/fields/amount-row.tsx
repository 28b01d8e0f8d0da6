"use client";

import { useLocale, useTranslations } from "next-intl";
import { useBoard } from "@/app/_realtime/use-board";
import { DecimalField } from "@/app/_ui/field/decimal-field";
import { SelectField } from "@/app/_ui/field/select-field";
import { editKeys } from "../../../fields/edit-keys";
import { rowStyle } from "../../../fields/field-problem";
import { readAmount } from "../../../money-input";
import { currencyChoices } from "../../parties/board-suggestions";
import { type RowContext, WithProblem } from "./rows";
import { useField } from "./use-field";

/** Amount and currency side by side, saved on their own. */
export function AmountRow({ context }: { context: RowContext }) {
  const t = useTranslations("opportunity.fields");
  const locale = useLocale();
  const { board } = useBoard();
  const amount = useField({ field: "amount", ...context });
  const currency = useField({ field: "currency", ...context });
  return (
    <>
      <WithProblem context={context} field="amount" edited={amount}>
        <div className="flex gap-2">
          <DecimalField
            label={t("amount")}
            className={`${rowStyle} flex-1 [&_input]:text-left`}
            disabled={context.disabled}
            parse={(text) => readAmount(text, locale)}
            value={amount.value}
            onValueChange={amount.type}
            // Its own handler of blur would replace ours.
            onBlurCapture={amount.commit}
            {...editKeys(amount)}
          />
          <SelectField
            label={t("currency")}
            hideLabel
            className="w-22 [&_select:disabled]:bg-transparent [&_select:disabled]:text-text [&_select:not(:hover,:focus-visible)]:border-transparent"
            disabled={context.disabled}
            value={currency.value}
            onValueChange={currency.choose}
            options={currencyChoices(board, context.opportunity.currency).map((code) => ({
              value: code,
              label: code,
            }))}
          />
        </div>
      </WithProblem>
      <WithProblem context={context} field="currency" edited={currency}>
        {null}
      </WithProblem>
    </>
  );
}
