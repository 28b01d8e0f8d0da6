"use client";

import { useTranslations } from "next-intl";
import { hueStyle } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import type { BoardStage } from "@/domain/board-answers";
import { StageMark, stageHue } from "../../../stage-mark";
import { useBoardFrame } from "../../board-frame";
import { stayInWords } from "../history/history-facts";
import type { TrailSegment } from "./trail-segments";

type SegmentBarProps = {
  segment: TrailSegment;
  words: string;
  /** Where the opportunity stands now. */
  isCurrent: boolean;
  /** Whether its words stand below the trail. */
  isTold: boolean;
  onChoose: () => void;
};

/** One stay, as long as its time; under it that time, where there is room. */
export function SegmentBar({ segment, words, isCurrent, isTold, onChoose }: SegmentBarProps) {
  const t = useTranslations("opportunity.trail");
  const { stages, stageOf } = useBoardFrame();
  const stage = segment.stageId === null ? undefined : stageOf(segment.stageId);
  return (
    <button
      type="button"
      aria-label={words}
      aria-pressed={isTold}
      aria-current={isCurrent ? "step" : undefined}
      data-tooltip={words}
      onClick={onChoose}
      className="group/segment flex min-h-(--control-lg) w-full flex-col justify-center gap-1 rounded-6 text-left"
    >
      <span
        className={cx(
          "block h-2 w-full rounded-full transition-[height] group-hover/segment:h-3",
          isTold && "h-3",
          !isCurrent && "opacity-55 group-hover/segment:opacity-80",
          tone(stage),
        )}
        style={stage && hueStyle(stageHue(stage, stages))}
      />
      <span className="flex h-4 items-center gap-1 overflow-hidden text-12 text-muted">
        {stage && isCurrent && <StageMark stage={stage} stages={stages} />}
        {(segment.ms > 0 || !stage || stage.kind === "open") && (
          <span
            className={cx(
              "truncate tabular",
              isCurrent ? "font-medium text-text @max-[3.75rem]:hidden" : "@max-[2.25rem]:hidden",
            )}
          >
            {t("short", stayInWords(segment.ms))}
          </span>
        )}
      </span>
    </button>
  );
}

function tone(stage: BoardStage | undefined): string {
  if (!stage || stage.kind === "lost") return "bg-faint";
  return stage.kind === "won" ? "bg-green" : "dot";
}
