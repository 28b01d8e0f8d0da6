"use client";

import type { Card } from "@/domain/board-card";
import type { VisibleColumn } from "@/domain/board-visible";
import { StageMark } from "../../stage-mark";
import { useBoardFrame } from "../board-frame";
import { CardFace } from "../card/card-face";
import { ColumnSums } from "../column/column-sums";
import { useColumnTitle } from "../column/column-title";
import { LateNameTag } from "../late-parts";

/** No screen shows more of a column; what does not fit is cut off. */
const mostShown = 24;

type WallColumnProps = {
  column: VisibleColumn;
  cardOf: (id: string) => Card | undefined;
  flyingIds: ReadonlySet<string>;
  moverOf: ReadonlyMap<string, string>;
};

/** A column that is only looked at: its sums, and as many cards as fit. */
export function WallColumn({ column, cardOf, flyingIds, moverOf }: WallColumnProps) {
  const { query, stages, stageOf, memberName, moment } = useBoardFrame();
  const name = useColumnTitle(query.group)(column.key);
  const stage = stageOf(column.key);
  return (
    <section
      aria-label={name}
      className="flex min-w-0 flex-1 flex-col border-hairline border-r last:border-r-0"
    >
      <header className="shrink-0 px-3 pt-3 pb-2">
        <h2 className="flex items-center gap-2 font-semibold text-14">
          {stage && <StageMark stage={stage} stages={stages} />}
          <span className="min-w-0 truncate">{name}</span>
          <span className="text-muted tabular">{column.count}</span>
        </h2>
        <ColumnSums figures={column.figures} isWeighted={stage?.kind === "open"} hasOthers />
      </header>
      <div data-column={column.key} className="min-h-0 flex-1 overflow-hidden px-2 pt-2">
        <ul className="space-y-1.5">
          {column.ids.slice(0, mostShown).map((id) => {
            const card = cardOf(id);
            const ofCard = card && stageOf(card.stageId);
            const mover = moverOf.get(id);
            return (
              ofCard && (
                <li key={id}>
                  <article data-card={id} className={flyingIds.has(id) ? "opacity-0" : "relative"}>
                    <CardFace
                      card={card}
                      stage={ofCard}
                      ownerName={memberName(card.ownerId)}
                      moment={moment}
                    />
                    {mover !== undefined && <LateNameTag name={mover} />}
                  </article>
                </li>
              )
            );
          })}
        </ul>
      </div>
    </section>
  );
}
