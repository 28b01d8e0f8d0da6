import { dayIn, daysBetween } from "@/app/_ui/format/date";
import type { BoardStage } from "@/domain/board-answers";
import type { Card } from "@/domain/board-card";
import { stepSignalOn } from "@/domain/board-match";
import type { StepSignal } from "@/domain/board-query";

/** The moment a screen is drawn for, and the zone its days are counted in. */
export type Moment = { readonly now: Date; readonly timeZone: string };

/** Null where the sale is over. */
export function stepSignal(
  card: Pick<Card, "nextStep" | "nextStepOn">,
  stage: Pick<BoardStage, "kind">,
  { now, timeZone }: Moment,
): StepSignal | null {
  return stepSignalOn(card, stage, dayIn(now, timeZone));
}

/** Whether an open sale should have been closed by now. */
export function isCloseOverdue(
  card: Pick<Card, "expectedCloseOn">,
  stage: Pick<BoardStage, "kind">,
  { now, timeZone }: Moment,
): boolean {
  if (stage.kind !== "open" || card.expectedCloseOn === null) return false;
  return card.expectedCloseOn < dayIn(now, timeZone);
}

/** Calendar days that an open sale has been in its stage; null where the sale is over. */
export function daysInStage(
  card: Pick<Card, "stageEnteredAt">,
  stage: Pick<BoardStage, "kind">,
  { now, timeZone }: Moment,
): number | null {
  if (stage.kind !== "open") return null;
  // A device whose clock is behind the database's sees a stay that has not begun.
  return Math.max(
    0,
    daysBetween(dayIn(new Date(card.stageEnteredAt), timeZone), dayIn(now, timeZone)),
  );
}

/**
 * Calendar days since anything happened, once they exceed what the stage allows; else null. What
 * happened last is the later of entering the stage and the last communication.
 */
export function rottenDays(
  card: Pick<Card, "stageEnteredAt" | "lastActivityAt">,
  stage: Pick<BoardStage, "kind" | "rotDays">,
  { now, timeZone }: Moment,
): number | null {
  if (stage.kind !== "open" || stage.rotDays === null) return null;
  const entered = new Date(card.stageEnteredAt);
  const active = card.lastActivityAt === null ? entered : new Date(card.lastActivityAt);
  const last = active > entered ? active : entered;
  const days = daysBetween(dayIn(last, timeZone), dayIn(now, timeZone));
  return days > stage.rotDays ? days : null;
}
