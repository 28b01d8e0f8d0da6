"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/app/_ui/field/date-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { type CloseFilter, closePresets } from "@/domain/board-filter";
import { none } from "@/domain/board-query";

type ClosingFieldsProps = {
  close: CloseFilter | null;
  onChange: (close: CloseFilter | null) => void;
};

const presets = [null, ...closePresets, none] as const;

/** When a sale is expected to close: by the calendar, or between two days. */
export function ClosingFields({ close, onChange }: ClosingFieldsProps) {
  const t = useTranslations("query.filter");
  const { from, to } = daysOf(close);
  const between = (nextFrom: string, nextTo: string) =>
    onChange(nextFrom + nextTo === "" ? null : `${nextFrom}..${nextTo}`);
  return (
    <div className="grid gap-3">
      <fieldset className="grid">
        <legend className="sr-only">{t("close")}</legend>
        {presets.map((preset) => (
          <label
            key={preset ?? "any"}
            className="flex control-sm cursor-pointer items-center gap-2.5 rounded-6 px-2 text-14 hover:bg-hover"
          >
            <input
              type="radio"
              className="accent-accent"
              checked={close === preset}
              onChange={() => onChange(preset)}
            />
            {t(preset ?? "anyTime")}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-2 border-hairline border-t pt-3">
        <DateField
          label={t("from")}
          value={from}
          onChange={({ target }) => between(target.value, to)}
        />
        <DateField
          label={t("to")}
          value={to}
          onChange={({ target }) => between(from, target.value)}
        />
      </div>
    </div>
  );
}

function daysOf(close: CloseFilter | null): { from: string; to: string } {
  const [from = "", to] = (close ?? "").split("..");
  return to === undefined ? { from: "", to: "" } : { from, to };
}

/** What is chosen, in words; empty when nothing is. */
export function useClosingWords(close: CloseFilter | null): string {
  const t = useTranslations("query.filter");
  const format = useFormat();
  if (close === null) return "";
  const preset = presets.find((one) => one === close);
  if (preset) return t(preset);
  const { from, to } = daysOf(close);
  if (to === "") return t("atLeast", { value: format.date(from) });
  if (from === "") return t("atMost", { value: format.date(to) });
  return t("range", { from: format.date(from), to: format.date(to) });
}
