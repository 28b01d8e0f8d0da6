"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { StageMark } from "../../stage-mark";
import { useBoardFrame } from "../board-frame";
import type { Lift } from "../lift/lift";

/**
 * Where a card in hand is won or lost without carrying it to the far end of the board. Pointers
 * only: keys reach every stage by arrows, and the menu of a card names them all.
 */
export function ClosingZones({ lift }: { lift: Lift }) {
  const t = useTranslations("board.closing");
  const { stages } = useBoardFrame();
  const closing = stages.filter(({ id, kind }) => kind !== "open" && id !== lift.card.stageId);
  if (lift.by !== "pointer" || closing.length === 0) return null;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-x-0 bottom-[max(1rem,env(safe-area-inset-bottom))] z-40 flex justify-center gap-3 px-4 max-md:bottom-20"
    >
      {closing.map((stage) => {
        const isOver = lift.over?.isZone === true && lift.over.column === stage.id;
        return (
          <div
            key={stage.id}
            data-zone={stage.id}
            className={cx(
              "flex h-16 w-56 min-w-0 arrive-hint items-center justify-center gap-2 rounded-10 border-2 border-dashed font-medium text-14 shadow-float transition-[transform,background-color] duration-(--motion-fast)",
              stage.kind === "won"
                ? "border-green bg-green-soft text-green-text"
                : "border-hairline-strong bg-raised text-text",
              isOver && "scale-105 border-solid",
            )}
          >
            <StageMark stage={stage} stages={stages} />
            <span className="truncate">{t("drop", { stage: stage.name })}</span>
          </div>
        );
      })}
    </div>
  );
}
