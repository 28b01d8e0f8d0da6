import type { ChangedFields } from "@/domain/field-conflict";

export type HistoryEntry = {
  op: string;
  actorId: string | null;
  changedAt: string;
  changes: ChangedFields;
};

/** The fields of an opportunity that people speak of, in the order they are told. */
export const toldFields = [
  "stageId",
  "name",
  "customerId",
  "contactId",
  "ownerId",
  "teamId",
  "isPrivate",
  "amount",
  "currency",
  "probability",
  "expectedCloseOn",
  "nextStep",
  "nextStepOn",
  "source",
  "campaignId",
  "lostReason",
] as const;

export type ToldField = (typeof toldFields)[number];

/** Bookkeeping, such as a new place within a column, is no news. */
export function isWorthTelling({ op, changes }: Pick<HistoryEntry, "op" | "changes">): boolean {
  return op === "insert" || toldFields.some((field) => changes[field] !== undefined);
}

type Stay = { stageId: string; enteredAt: string; leftAt: string | null };

/**
 * How long, ms, the opportunity had been in a stage when it left it at a moment; null where that
 * stay is not known. Both are written by one transaction and so bear the same time.
 */
export function stayBefore(stays: readonly Stay[], stageId: string, leftAt: string): number | null {
  const moment = Date.parse(leftAt);
  const stay = stays.find(
    (one) => one.stageId === stageId && one.leftAt !== null && Date.parse(one.leftAt) === moment,
  );
  return stay ? moment - Date.parse(stay.enteredAt) : null;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A stay in the largest unit that fits at least once. */
export function stayInWords(ms: number): { amount: number; unit: "minute" | "hour" | "day" } {
  if (ms >= day) return { amount: Math.floor(ms / day), unit: "day" };
  if (ms >= hour) return { amount: Math.floor(ms / hour), unit: "hour" };
  return { amount: Math.max(1, Math.floor(ms / minute)), unit: "minute" };
}
