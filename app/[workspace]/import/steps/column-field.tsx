import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import type { ImportField } from "@/domain/import-fields";
import { useWorkspace } from "../../workspace-context";
import type { FileFacts } from "../reading/worker-protocol";
import { GuessMark } from "./guess-mark";

type ColumnFieldProps = {
  field: ImportField;
  facts: FileFacts;
  /** The index of its column; null has none. */
  column: number | null;
  firstStage: string;
  onChange: (column: number | null) => void;
};

/** One field: its column, whether that is a guess, and what stands in it. */
export function ColumnField({ field, facts, column, firstStage, onChange }: ColumnFieldProps) {
  const t = useTranslations("import");
  const isGuess = column !== null && facts.guess[field] === column;
  return (
    <SelectField
      label={t(`fields.${field}`)}
      className="gap-y-1 py-2 sm:grid sm:min-h-12 sm:grid-cols-[10rem_14rem_minmax(0,1fr)] sm:items-center sm:gap-x-4 lg:grid-cols-[12rem_16rem_minmax(0,1fr)]"
      placeholder={t("columns.none")}
      value={column === null ? "" : String(column)}
      options={facts.header.map((label, index) => ({ value: String(index), label }))}
      onValueChange={(value) => onChange(value === "" ? null : Number(value))}
      hint={
        <span className="flex min-w-0 items-center gap-2">
          <span className="w-4 shrink-0 text-accent-text">
            {isGuess && <GuessMark label={t("columns.guess")} />}
          </span>
          {column === null ? (
            <Without field={field} firstStage={firstStage} />
          ) : (
            <Samples cells={facts.samples[column] ?? []} />
          )}
        </span>
      }
    />
  );
}

function Samples({ cells }: { cells: readonly string[] }) {
  const t = useTranslations("import.columns");
  if (cells.length === 0) return <span className="text-faint">{t("empty")}</span>;
  return (
    <span className="min-w-0 truncate" title={cells.join("\n")}>
      {cells.join(" · ")}
    </span>
  );
}

/** What happens to a field that has no column. */
function Without({ field, firstStage }: { field: ImportField; firstStage: string }) {
  const t = useTranslations("import.columns.without");
  const { currency } = useWorkspace();
  const known = field === "name" || field === "customer" || field === "owner";
  let text = known ? t(field) : t("other");
  if (field === "currency") text = t("currency", { currency });
  if (field === "stage") text = t("stage", { stage: firstStage });
  return <span className="min-w-0 text-faint">{text}</span>;
}
