import type { LeadSourceCode } from "./lead-source";

/** What the columns of a board stand for. */
export const groupings = ["stage", "owner", "month"] as const;
export type Grouping = (typeof groupings)[number];

/** What the next step asks for: it is late, due, planned, or nobody knows what comes next. */
export const stepSignals = ["overdue", "today", "later", "missing"] as const;
export type StepSignal = (typeof stepSignals)[number];

/** Stands for "without": nobody's, of no team, from no known source, without a day. */
export const none = "none";

type Without = typeof none;

/** An exact decimal from 0 to 15 digits before the point, as a filter compares with. */
export const amountLimit = /^(0|[1-9]\d{0,14})(\.\d{0,3}[1-9])?$/;

/** Every condition must hold; of a list, one. Amounts are compared as numbers in any currency. */
export type Condition = {
  /** In the name of the opportunity or of its customer. */
  text?: string;
  ownerIds?: (string | Without)[];
  teamIds?: (string | Without)[];
  sources?: (LeadSourceCode | Without)[];
  signals?: StepSignal[];
  amountFrom?: string;
  amountTo?: string;
  /** Days, "2026-12-31". */
  closeFrom?: string;
  closeTo?: string;
  /** Without an expected day of closing. */
  noClose?: true;
};

/**
 * Which opportunities a board shows, and in which columns. Absolute: what "me" or "this month" meant
 * is resolved before. `today` is the workspace's, and given where the query depends on it.
 */
export type BoardQuery = { group: Grouping; condition: Condition; today?: string };

export function dependsOnToday(query: Pick<BoardQuery, "group" | "condition">): boolean {
  return query.group === "month" || query.condition.signals !== undefined;
}

/** All opportunities by stage: what a board shows unless it is asked for less. */
export const wholeBoard: BoardQuery = { group: "stage", condition: {} };

/** Queries are small and built in one order of keys. */
export function isSameQuery(a: BoardQuery, b: BoardQuery): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
