"use client";

import { useLocale, useTranslations } from "next-intl";
import { DecimalField } from "@/app/_ui/field/decimal-field";
import type { BoardFilter } from "@/domain/board-filter";
import { readAmount } from "../../money-input";

type AmountFieldsProps = {
  filter: Pick<BoardFilter, "amountFrom" | "amountTo">;
  onChange: (part: Partial<BoardFilter>) => void;
};

/** The least and the highest amount, in whatever currency. */
export function AmountFields({ filter, onChange }: AmountFieldsProps) {
  const t = useTranslations("query.filter");
  const locale = useLocale();
  const parse = (text: string) => readAmount(text, locale);
  return (
    <div className="grid grid-cols-2 gap-2">
      <DecimalField
        label={t("from")}
        value={filter.amountFrom || null}
        parse={parse}
        onValueChange={(value) => onChange({ amountFrom: value ?? "" })}
      />
      <DecimalField
        label={t("to")}
        value={filter.amountTo || null}
        parse={parse}
        onValueChange={(value) => onChange({ amountTo: value ?? "" })}
      />
    </div>
  );
}
