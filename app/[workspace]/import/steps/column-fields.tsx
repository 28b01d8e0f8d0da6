import { ChevronRight, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { type ImportField, type ImportMapping, importFields } from "@/domain/import-fields";
import { missingFields } from "@/domain/import-guess";
import type { FileFacts } from "../reading/worker-protocol";
import { ColumnField } from "./column-field";
import { GuessMark } from "./guess-mark";

type ColumnFieldsProps = {
  facts: FileFacts;
  mapping: ImportMapping;
  /** Where rows without a stage go. */
  firstStage: string;
  onChange: (mapping: ImportMapping) => void;
};

/** Always shown, in the order in which people think of an opportunity. */
const mainFields: readonly ImportField[] = [
  "customer",
  "name",
  "amount",
  "stage",
  "owner",
  "expectedCloseOn",
];

/** All fields with the column that each is read from; those without a guess are folded away. */
export function ColumnFields({ facts, mapping, firstStage, onChange }: ColumnFieldsProps) {
  const t = useTranslations("import.columns");
  const format = useFormat();
  // By the guess and not by the choice: no row jumps away under the hand that changes it.
  const others = importFields.filter((field) => !mainFields.includes(field));
  const shown = [...mainFields, ...others.filter((field) => facts.guess[field] !== null)];
  const folded = others.filter((field) => facts.guess[field] === null);
  const taken = new Set(Object.values(mapping));
  const unused = facts.header.filter((_, column) => !taken.has(column));

  const fieldOf = (field: ImportField) => (
    <ColumnField
      key={field}
      field={field}
      facts={facts}
      column={mapping[field]}
      firstStage={firstStage}
      onChange={(column) => onChange({ ...mapping, [field]: column })}
    />
  );
  return (
    <div>
      <p className="mb-3 flex items-center gap-2 text-13 text-muted">
        <span className="text-accent-text">
          <GuessMark />
        </span>
        {t("legend")}
      </p>
      <div className="divide-y divide-hairline border-hairline border-y">{shown.map(fieldOf)}</div>
      {folded.length > 0 && (
        <details className="group/more border-hairline border-b">
          <summary className="flex control-lg list-none items-center gap-1.5 rounded-6 font-medium text-13 text-muted hover:text-text [&::-webkit-details-marker]:hidden">
            <ChevronRight
              size={15}
              className="transition-transform group-open/more:rotate-90"
              aria-hidden="true"
            />
            {t("more", { count: folded.length })}
          </summary>
          <div className="divide-y divide-hairline border-hairline border-t">
            {folded.map(fieldOf)}
          </div>
        </details>
      )}
      {missingFields(mapping).length > 0 && (
        <p className="mt-3 flex items-start gap-1.5 text-red-text" role="alert">
          <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden="true" />
          {t("needsCustomer")}
        </p>
      )}
      {unused.length > 0 && (
        <p className="mt-3 text-13 text-muted">
          {t("unused", { count: unused.length, names: format.list(unused) })}
        </p>
      )}
    </div>
  );
}
