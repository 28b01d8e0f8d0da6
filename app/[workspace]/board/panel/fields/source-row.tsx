"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { leadSourceCodes } from "@/domain/lead-source";
import { rowStyle } from "../../../fields/field-problem";
import { type RowContext, WithProblem } from "./rows";
import { useField } from "./use-field";

/** Where the interest came from. */
export function SourceRow({ context }: { context: RowContext }) {
  const t = useTranslations("opportunity");
  const edited = useField({ field: "source", ...context });
  return (
    <WithProblem context={context} field="source" edited={edited}>
      <SelectField
        label={t("fields.source")}
        className={rowStyle}
        disabled={context.disabled}
        placeholder={t("value.none")}
        options={leadSourceCodes.map((code) => ({ value: code, label: t(`sources.${code}`) }))}
        value={edited.value ?? ""}
        onValueChange={(value) =>
          edited.choose(leadSourceCodes.find((code) => code === value) ?? null)
        }
      />
    </WithProblem>
  );
}
