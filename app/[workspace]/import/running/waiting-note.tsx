"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import type { RunProgress } from "./run-import";

type WaitingNoteProps = {
  progress: Extract<RunProgress, { at: "waiting" }>;
  onNow: () => void;
};

/** The line is down: when the next try comes, and that nothing is lost. */
export function WaitingNote({ progress, onNow }: WaitingNoteProps) {
  const t = useTranslations("import.run");
  const format = useFormat();
  const seconds = useSecondsUntil(progress.retryAt);
  const isDown = progress.code === "backend_unreachable";
  return (
    <div role="status" className="flex flex-1 items-start gap-2 text-13 text-amber-text">
      <WifiOff size={15} className="mt-0.5 shrink-0" aria-hidden="true" />
      <div>
        <p className="max-w-prose text-pretty">{isDown ? t("waiting") : t("waitingBusy")}</p>
        <p className="mt-2 flex items-center gap-2">
          <Button size="sm" onClick={onNow}>
            {t("now")}
          </Button>
          <span aria-hidden="true" className="text-muted tabular">
            {t("in", { time: format.duration(seconds, "second") })}
          </span>
        </p>
      </div>
    </div>
  );
}

function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((moment - now) / 1000));
}
