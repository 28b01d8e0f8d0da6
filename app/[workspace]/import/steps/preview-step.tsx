"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { useMediaQuery } from "@/app/_ui/use-media-query";
import type { ImportPlaces } from "../import-places";
import type { ImportSession } from "../import-session";
import type { CheckState } from "../import-state";
import type { RowFilter } from "../reading/worker-protocol";
import { Step } from "../step";
import { ColumnWarnings } from "./column-warnings";
import { PreviewCards } from "./preview-cards";
import { PreviewTable } from "./preview-table";
import { ProblemCounts } from "./problem-counts";
import { usePreviewRows } from "./use-preview-rows";

type PreviewStepProps = {
  session: ImportSession;
  check: CheckState | null;
  /** A file is read and being checked. */
  isChecking: boolean;
  places: ImportPlaces;
  memberId: string;
  isLocked: boolean;
};

const firstRows = 8;
const moreRows = 100;

/** Step 3: the rows as they will arrive, and what is wrong with the others. */
export function PreviewStep(props: PreviewStepProps) {
  const { session, check, isChecking, places, memberId, isLocked } = props;
  const t = useTranslations("import");
  const format = useFormat();
  const isNarrow = useMediaQuery("(max-width: 1023px)");
  const [wanted, setWanted] = useState<RowFilter>("all");
  const [count, setCount] = useState(firstRows);
  const answer = check?.answer;
  const totals = { all: (answer?.good ?? 0) + (answer?.bad ?? 0), bad: answer?.bad ?? 0 };
  const counts = { ...totals, warned: answer?.warned ?? 0 };
  // A filter that has nothing left is not offered any more.
  const filter = counts[wanted] > 0 ? wanted : "all";
  const rows = usePreviewRows(session, check?.stamp ?? null, filter, count);

  const title = t("steps.preview");
  if (!check || !answer) {
    return (
      <Step
        number={3}
        title={title}
        status={isLocked ? "done" : "ahead"}
        hint={isChecking ? undefined : t("ahead.preview")}
      >
        {isChecking && <ProgressBar label={t("preview.checking")} value={null} />}
      </Step>
    );
  }
  const summary = t("preview.summary", { good: answer.good, bad: answer.bad });
  if (isLocked) return <Step number={3} title={title} status="done" aside={summary} />;

  const sums = answer.totals.map(({ amount, currency }) => format.money(amount, currency));
  const hidden = counts[filter] - rows.length;
  const segments = (["all", "bad", "warned"] as const)
    .filter((value) => value === "all" || counts[value] > 0)
    .map((value) => ({
      value,
      label: t(`preview.${value}`, { count: format.decimal(String(counts[value])) }),
    }));
  const Rows = isNarrow ? PreviewCards : PreviewTable;
  return (
    <Step
      number={3}
      title={title}
      status={answer.bad > 0 ? "current" : "done"}
      aside={
        sums.length > 0
          ? `${summary} · ${t("preview.totals", { sums: format.list(sums) })}`
          : summary
      }
    >
      <ColumnWarnings warnings={answer.columnWarnings} />
      {answer.bad > firstRows && <ProblemCounts counts={answer.problemCounts} />}
      {segments.length > 1 && (
        <div className="-mx-1 scroll-quiet px-1 pb-3">
          <SegmentedControl
            label={t("preview.filter")}
            segments={segments}
            value={filter}
            onValueChange={(value) => {
              setWanted(value);
              setCount(firstRows);
            }}
          />
        </div>
      )}
      <div
        aria-busy={check.isOutdated}
        className={cx("transition-opacity", check.isOutdated && "opacity-60")}
      >
        <Rows rows={rows} places={places} memberId={memberId} />
      </div>
      {hidden > 0 && (
        <Button
          size="sm"
          variant="ghost"
          className="mt-2"
          onClick={() => setCount(rows.length + moreRows)}
        >
          {t("preview.more", { count: Math.min(hidden, moreRows) })}
        </Button>
      )}
    </Step>
  );
}
