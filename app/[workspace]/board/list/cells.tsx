"use client";

import { CalendarX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Card } from "@/domain/board-card";
import { StageMark } from "../../stage-mark";
import { useBoardFrame } from "../board-frame";
import { isCloseOverdue, stepSignal } from "../card/card-facts";
import { StepMark } from "../card/step-mark";

/*
 * What stands in a row beside its names. The heads of the columns are for eyes alone, so each cell
 * says itself what it is. Lifted above the link that covers the row: tooltips are for the mouse.
 */

type CellProps = { card: Card; className?: string };

export function Stage({ card, className }: CellProps) {
  const t = useTranslations("views.list");
  const { stages, stageOf } = useBoardFrame();
  const stage = stageOf(card.stageId);
  if (!stage) return <span className={className} />;
  return (
    <span className={cx("flex min-w-0 items-center gap-1.5 text-13 text-muted", className)}>
      <StageMark stage={stage} stages={stages} />
      <span className="sr-only">{t("stage")}: </span>
      <span className="truncate" title={stage.name}>
        {stage.name}
      </span>
    </span>
  );
}

/** `isNamed`: with the name beside the picture where there is room. */
export function Owner({ card, isNamed }: CellProps & { isNamed: boolean }) {
  const t = useTranslations("views");
  const { memberName } = useBoardFrame();
  const name = memberName(card.ownerId);
  if (name === undefined) {
    return (
      <span className="text-faint">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t("columns.withoutOwner")}</span>
      </span>
    );
  }
  return (
    <span className="flex min-w-0 items-center gap-2 text-13">
      <span className="sr-only">{t("list.owner")}: </span>
      <Avatar name={name} size="sm" />
      {isNamed && (
        <span aria-hidden="true" className="hidden truncate @6xl:block" title={name}>
          {name}
        </span>
      )}
    </span>
  );
}

export function Amount({ card, className }: CellProps) {
  const t = useTranslations("board.card");
  const format = useFormat();
  if (card.amount === null) {
    return (
      <span className={cx("text-13 text-faint", className)}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t("noAmount")}</span>
      </span>
    );
  }
  const amount = format.money(card.amount, card.currency, { trim: true });
  return (
    <span className={cx("truncate text-13 tabular", className)} title={amount}>
      {amount}
    </span>
  );
}

export function CloseDay({ card }: CellProps) {
  const t = useTranslations("board.card");
  const format = useFormat();
  const { stageOf, moment } = useBoardFrame();
  const stage = stageOf(card.stageId);
  if (card.expectedCloseOn === null) return <span />;
  const isOverdue = stage !== undefined && isCloseOverdue(card, stage, moment);
  const label = t(isOverdue ? "closeOverdue" : "close", { day: format.date(card.expectedCloseOn) });
  return (
    <span
      className={cx(
        "flex items-center gap-1 whitespace-nowrap text-13 tabular",
        isOverdue ? "text-red-text" : "text-muted",
      )}
      data-tooltip={label}
    >
      {isOverdue && <CalendarX size={12} aria-hidden="true" />}
      <span aria-hidden="true">{format.shortDay(card.expectedCloseOn, moment.now)}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** Its words are there where there is room, always, or never. */
export function Step({ card, words, className }: CellProps & { words: "wide" | "all" | "none" }) {
  const { stageOf, moment } = useBoardFrame();
  const stage = stageOf(card.stageId);
  const signal = stage ? stepSignal(card, stage, moment) : null;
  if (!signal) return <span className={className} />;
  return (
    <span className={cx("flex min-w-0 items-center gap-2 text-13 text-muted", className)}>
      <StepMark signal={signal} card={card} now={moment.now} />
      {words !== "none" && card.nextStep !== null && (
        <span
          aria-hidden="true"
          className={cx("truncate", words === "wide" && "@max-6xl:hidden")}
          title={card.nextStep}
        >
          {card.nextStep}
        </span>
      )}
    </span>
  );
}

export function Activity({ card, className }: CellProps) {
  const t = useTranslations("views.list");
  const format = useFormat();
  const { moment } = useBoardFrame();
  if (card.lastActivityAt === null) {
    return (
      <span className={cx("text-13 text-faint", className)}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t("noActivity")}</span>
      </span>
    );
  }
  return (
    <span
      className={cx("truncate text-13 text-muted", className)}
      data-tooltip={format.dateTime(card.lastActivityAt)}
    >
      <span className="sr-only">{t("activity")}: </span>
      {format.relative(card.lastActivityAt, moment.now)}
    </span>
  );
}
