import type { BoardStage } from "./board-answers";
import type { Card } from "./board-card";
import { type BoardQuery, type Condition, none, type StepSignal } from "./board-query";
import { compareDecimals } from "./decimal";
import { containsText } from "./search-text";

/**
 * Null where the sale is over. A step without a day is planned. `today` is a day of the workspace,
 * "2026-12-31".
 */
export function stepSignalOn(
  card: Pick<Card, "nextStep" | "nextStepOn">,
  stage: Pick<BoardStage, "kind">,
  today: string,
): StepSignal | null {
  if (stage.kind !== "open") return null;
  if (card.nextStepOn === null) return card.nextStep === null ? "missing" : "later";
  if (card.nextStepOn < today) return "overdue";
  return card.nextStepOn === today ? "today" : "later";
}

/**
 * Whether a board shows a card. The same as `private.condition_sql`: an open board applies events
 * without asking the database what became of each card, and a test holds the two together.
 */
export function isShown(
  card: Card,
  stage: Pick<BoardStage, "kind"> | undefined,
  { condition, group, today }: BoardQuery,
): boolean {
  if (!stage) return false;
  // By owner or month a board is about what can still be won.
  if (group !== "stage" && stage.kind !== "open") return false;
  return (
    isOneOf(card.ownerId, condition.ownerIds) &&
    isOneOf(card.teamId, condition.teamIds) &&
    isOneOf(card.source, condition.sources) &&
    isSignalled(card, stage, condition, today) &&
    isWithin(card, condition) &&
    isNamed(card, condition.text)
  );
}

function isOneOf(value: string | null, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || wanted.includes(value ?? none);
}

function isSignalled(
  card: Card,
  stage: Pick<BoardStage, "kind">,
  { signals }: Condition,
  today: string | undefined,
): boolean {
  if (signals === undefined) return true;
  const signal = stepSignalOn(card, stage, today ?? "");
  return signal !== null && signals.includes(signal);
}

function isWithin(card: Card, condition: Condition): boolean {
  const { amountFrom, amountTo, closeFrom, closeTo, noClose } = condition;
  const { amount, expectedCloseOn: close } = card;
  const below =
    amountFrom !== undefined && (amount === null || compareDecimals(amount, amountFrom) < 0);
  const above =
    amountTo !== undefined && (amount === null || compareDecimals(amount, amountTo) > 0);
  const early = closeFrom !== undefined && (close === null || close < closeFrom);
  const late = closeTo !== undefined && (close === null || close > closeTo);
  return !below && !above && !early && !late && (noClose === undefined || close === null);
}

function isNamed({ name, customerName }: Card, text: string | undefined): boolean {
  return text === undefined || containsText(name, text) || containsText(customerName, text);
}
