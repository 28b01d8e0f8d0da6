"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { type ConsentField, consentFields } from "@/domain/consent-file";
import type { ReadFile } from "./use-consent-file";

type ConsentColumnFieldsProps = {
  read: ReadFile;
  onChange: (field: ConsentField, column: number | null) => void;
};

/** Which column of the file is what. */
export function ConsentColumnFields({ read, onChange }: ConsentColumnFieldsProps) {
  const t = useTranslations("contactList.import");
  const options = read.csv.header.map((label, index) => ({ value: String(index), label }));
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 font-semibold text-16">{t("columns.title")}</legend>
      {consentFields.map((field) => {
        const column = read.columns[field];
        return (
          <SelectField
            key={field}
            label={t(`columns.${field}`)}
            placeholder={t("columns.none")}
            value={column === null ? "" : String(column)}
            options={options}
            onValueChange={(value) => onChange(field, value === "" ? null : Number(value))}
          />
        );
      })}
    </fieldset>
  );
}
