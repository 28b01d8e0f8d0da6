import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { PreviewRow } from "../reading/worker-protocol";
import type { PreviewProps } from "./preview-table";
import {
  CustomerOf,
  NameOf,
  NextStepOf,
  OwnerOf,
  ProblemsOf,
  StageOf,
  WarningsOf,
} from "./row-parts";

/** The rows below each other, where a table has no room. */
export function PreviewCards({ rows, places, memberId }: PreviewProps) {
  const t = useTranslations("import");
  return (
    <ul
      aria-label={t("preview.table")}
      className="divide-y divide-hairline overflow-hidden rounded-10 border border-hairline"
    >
      {rows.map((row) =>
        row.kind === "good" ? (
          <GoodCard key={row.rowNumber} shown={row} places={places} memberId={memberId} />
        ) : (
          <BadCard key={row.rowNumber} shown={row} />
        ),
      )}
    </ul>
  );
}

type GoodCardProps = Omit<PreviewProps, "rows"> & {
  shown: Extract<PreviewRow, { kind: "good" }>;
};

function GoodCard({ shown, places, memberId }: GoodCardProps) {
  const format = useFormat();
  const { row, warnings } = shown;
  const owner = places.members.find((member) => member.id === (row.ownerId ?? memberId));
  const stage = places.stages.find((one) => one.id === row.stageId);
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <CustomerOf row={row} />
        <RowNumber number={row.rowNumber} />
      </div>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <NameOf row={row} />
          <NextStepOf row={row} />
        </div>
        <span className="shrink-0 font-medium tabular">
          {row.amount !== null && format.money(row.amount, row.currency)}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13 text-muted">
        {stage && <StageOf row={row} name={stage.name} />}
        {row.expectedCloseOn && <span className="tabular">{format.date(row.expectedCloseOn)}</span>}
        {owner && <OwnerOf name={owner.name} />}
      </div>
      <WarningsOf warnings={warnings} />
    </li>
  );
}

function BadCard({ shown }: { shown: Extract<PreviewRow, { kind: "bad" }> }) {
  const t = useTranslations("import.preview");
  const { rowNumber, customer, name, problems } = shown;
  return (
    <li className="flex flex-col gap-1.5 bg-red-soft/50 px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 break-words text-muted">
          {customer || t("unnamed")}
          {name && ` · ${name}`}
        </p>
        <RowNumber number={rowNumber} />
      </div>
      <ProblemsOf problems={problems} />
    </li>
  );
}

function RowNumber({ number }: { number: number }) {
  const t = useTranslations("import.preview");
  return (
    <span className="shrink-0 text-13 text-faint tabular">
      {t("line")} {number}
    </span>
  );
}
