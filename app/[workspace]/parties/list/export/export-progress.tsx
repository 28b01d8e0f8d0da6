"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { ProgressBar } from "@/app/_ui/progress-bar";
import type { RunningExport } from "./use-file-export";

type ExportProgressProps = { running: RunningExport; onCancel: () => void };

/** How far the file is; work goes on beside it. */
export function ExportProgress({ running, onCancel }: ExportProgressProps) {
  const t = useTranslations("partyList.export");
  const actions = useTranslations("common.actions");
  const format = useFormat();
  const { count, total } = running;
  const done = format.decimal(String(count));
  const detail =
    total === null
      ? t("soFar", { count: done })
      : t("of", { count: done, total: format.decimal(String(total)) });
  return (
    <section
      aria-label={t("running")}
      className="fixed right-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-30 flex w-80 max-w-[calc(100vw-2rem)] arrive-hint items-end gap-3 rounded-10 border border-hairline bg-raised p-3 shadow-float max-md:bottom-20"
    >
      <div className="min-w-0 flex-1">
        <ProgressBar
          label={t("running")}
          value={total === null || total === 0 ? null : count / total}
          detail={detail}
        />
      </div>
      <Button size="sm" onClick={onCancel}>
        {actions("cancel")}
      </Button>
    </section>
  );
}
