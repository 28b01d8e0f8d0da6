"use client";

import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ImportSession } from "../import-session";
import type { SavedRun } from "./saved-runs";
import { useDiscard } from "./use-discard";
import { useRunStarter } from "./use-run-starter";

type ResumeNoticeProps = {
  session: ImportSession;
  run: SavedRun;
  /** It runs again or is no more. */
  onSettled: () => void;
};

/** Offers to go on with an import that a reload or a closed window interrupted. */
export function ResumeNotice({ session, run, onSettled }: ResumeNoticeProps) {
  const t = useTranslations("import.resume");
  const format = useFormat();
  const starter = useRunStarter();
  const discard = useDiscard();
  const [isLost, setIsLost] = useState(false);

  async function goOn() {
    const outcome = await session.runner.resume(run, starter);
    if (outcome === "lost") setIsLost(true);
    else onSettled();
  }
  const staged = format.decimal(String(run.sentRows));
  const total = format.decimal(String(run.total));
  return (
    <section
      aria-label={t("title", { name: run.fileName })}
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-10 bg-accent-soft px-4 py-3"
    >
      <Hourglass size={18} className="shrink-0 text-accent-text" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold">{t("title", { name: run.fileName })}</p>
        <p className="text-pretty text-13">{isLost ? t("lost") : t("text", { staged, total })}</p>
      </div>
      <div className="flex gap-2">
        <Button onClick={() => void discard(run.importId).then(onSettled)}>{t("discard")}</Button>
        {!isLost && (
          <Button variant="primary" onClick={() => void goOn()}>
            {t("goOn")}
          </Button>
        )}
      </div>
    </section>
  );
}
