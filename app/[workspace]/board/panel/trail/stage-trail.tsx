"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import { useBoardFrame } from "../../board-frame";
import { stayInWords } from "../history/history-facts";
import type { Opportunity } from "../use-opportunity";
import { SegmentBar } from "./segment-bar";
import { type TrailSegment, timeOnTrail, trailSegments } from "./trail-segments";

/** The way of the opportunity through the stages: a bar to look at, each piece tells of itself. */
export function StageTrail({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations("opportunity.trail");
  const format = useFormat();
  const { moment, stageOf } = useBoardFrame();
  const [chosenId, setChosenId] = useState<number | null>(null);
  const wordsOf = useSegmentWords();
  const isOver = (stageOf(opportunity.stageId)?.kind ?? "open") !== "open";
  const segments = trailSegments(opportunity.stays, { now: moment.now, isOver });
  const told = segments.find(({ id }) => id === chosenId) ?? segments.at(-1);
  if (!told) return null;
  const { amount, unit } = stayInWords(timeOnTrail(segments));
  return (
    <section aria-label={t("label")} className="px-5 pt-4">
      <ol className="flex gap-0.5">
        {segments.map((segment) => (
          <li
            key={segment.id}
            className="@container min-w-6 pointer-coarse:min-w-11"
            style={{ flex: `${segment.share * 100} 1 0` }}
          >
            <SegmentBar
              segment={segment}
              words={wordsOf(segment)}
              isCurrent={segment.leftAt === null}
              isTold={segment === told}
              onChoose={() => setChosenId(segment === told ? null : segment.id)}
            />
          </li>
        ))}
      </ol>
      <p className="mt-1 flex items-baseline gap-3 text-12 text-muted">
        <span className="min-w-0 flex-1 truncate" title={wordsOf(told)}>
          {wordsOf(told)}
        </span>
        <span className="shrink-0 tabular">
          {t(isOver ? "tookTotal" : "total", { duration: format.duration(amount, unit) })}
        </span>
      </p>
    </section>
  );
}

/** "Angebot: 12 Tage, seit 13. Nov." and the like. */
function useSegmentWords() {
  const t = useTranslations("opportunity.trail");
  const values = useTranslations("opportunity.value");
  const format = useFormat();
  const { moment, stageOf, memberName } = useBoardFrame();
  return ({ stageId, enteredAt, leftAt, ms, movedById }: TrailSegment): string => {
    const stage = stageId === null ? null : stageOf(stageId);
    const name = stageId === null ? t("earlier") : (stage?.name ?? values("formerStage"));
    const { amount, unit } = stayInWords(ms);
    const duration = format.duration(amount, unit);
    const from = format.shortDay(enteredAt, moment.now);
    const mover = memberName(movedById);
    const by = mover === undefined ? "" : ` · ${mover}`;
    if (leftAt !== null) {
      const to = format.shortDay(leftAt, moment.now);
      return from === to
        ? t("onOneDay", { stage: name, duration, day: from }) + by
        : t("past", { stage: name, duration, from, to }) + by;
    }
    if (stage && stage.kind !== "open") return t("ended", { stage: name, day: from }) + by;
    return t("current", { stage: name, duration, day: from }) + by;
  };
}
