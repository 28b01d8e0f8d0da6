import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ImportPlaces } from "../import-places";
import type { PreviewRow } from "../reading/worker-protocol";
import {
  CustomerOf,
  NameOf,
  NextStepOf,
  OwnerOf,
  ProblemsOf,
  StageOf,
  WarningsOf,
} from "./row-parts";

export type PreviewProps = {
  rows: readonly PreviewRow[];
  places: ImportPlaces;
  /** Whose the rows without an owner become. */
  memberId: string;
};

const cell = "px-2.5 py-2 align-top first:pl-3 last:pr-3";

/** Widths by meaning, so that a long name in one row does not push the columns about. */
const columns = [
  { field: "row", width: "w-14", align: "text-right" },
  { field: "customer", width: "w-[20%]", align: "text-left" },
  { field: "name", width: "", align: "text-left" },
  { field: "stage", width: "w-[17%]", align: "text-left" },
  { field: "amount", width: "w-30", align: "text-right" },
  { field: "expectedCloseOn", width: "w-28", align: "text-left" },
  { field: "owner", width: "w-[14%]", align: "text-left" },
] as const;

/** The rows as a table. */
export function PreviewTable({ rows, places, memberId }: PreviewProps) {
  const t = useTranslations("import");
  return (
    <div className="overflow-hidden rounded-10 border border-hairline">
      <table aria-label={t("preview.table")} className="w-full table-fixed border-collapse">
        <thead className="border-hairline border-b bg-canvas">
          <tr>
            {columns.map(({ field, width, align }) => (
              <th
                key={field}
                scope="col"
                className={cx(cell, "truncate font-medium text-13 text-muted", width, align)}
              >
                {t(`fields.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {rows.map((row) =>
            row.kind === "good" ? (
              <GoodRow key={row.rowNumber} shown={row} places={places} memberId={memberId} />
            ) : (
              <BadRow key={row.rowNumber} shown={row} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

type GoodRowProps = Omit<PreviewProps, "rows"> & {
  shown: Extract<PreviewRow, { kind: "good" }>;
};

function GoodRow({ shown, places, memberId }: GoodRowProps) {
  const format = useFormat();
  const { row, warnings } = shown;
  const owner = places.members.find((member) => member.id === (row.ownerId ?? memberId));
  const stage = places.stages.find((one) => one.id === row.stageId);
  return (
    <tr>
      <td className={cx(cell, "text-right text-13 text-faint tabular")}>{row.rowNumber}</td>
      <td className={cell}>
        <CustomerOf row={row} />
      </td>
      <td className={cell}>
        <NameOf row={row} />
        <NextStepOf row={row} />
        <WarningsOf warnings={warnings} />
      </td>
      <td className={cell}>{stage && <StageOf row={row} name={stage.name} />}</td>
      <td className={cx(cell, "text-right tabular")}>
        {row.amount !== null && format.money(row.amount, row.currency)}
      </td>
      <td className={cx(cell, "whitespace-nowrap tabular")}>
        {row.expectedCloseOn && format.date(row.expectedCloseOn)}
      </td>
      <td className={cell}>{owner && <OwnerOf name={owner.name} />}</td>
    </tr>
  );
}

function BadRow({ shown }: { shown: Extract<PreviewRow, { kind: "bad" }> }) {
  const t = useTranslations("import.preview");
  const { rowNumber, customer, name, problems } = shown;
  return (
    <tr className="bg-red-soft/50">
      <td className={cx(cell, "text-right text-13 text-red-text tabular")}>{rowNumber}</td>
      <td className={cell}>
        <span className="block truncate text-muted" title={customer}>
          {customer || t("unnamed")}
        </span>
        <span className="block text-13 text-red-text">{t("leftOut")}</span>
      </td>
      <td className={cell}>
        <span className="block truncate text-muted" title={name}>
          {name || t("unnamed")}
        </span>
      </td>
      <td colSpan={columns.length - 3} className={cell}>
        <ProblemsOf problems={problems} />
      </td>
    </tr>
  );
}
