import * as z from "zod/mini";
import { leadSourceCodes } from "./lead-source";

// zod/mini, not zod: the board reads its query from the address before anything else.

/** What the columns of a board stand for. */
export const groupings = ["stage", "owner", "month"] as const;
export type Grouping = (typeof groupings)[number];

/** What the next step asks for: it is late, due, planned, or nobody knows what comes next. */
export const stepSignals = ["overdue", "today", "later", "missing"] as const;
export type StepSignal = (typeof stepSignals)[number];

/** Stands for "without": nobody's, of no team, from no known source, without a day. */
export const none = "none";

const id = z.string().check(z.guid());
const day = z.string().check(z.iso.date());
const amount = z.string().check(z.regex(/^(0|[1-9]\d{0,14})(\.\d{0,3}[1-9])?$/));
const some = <T extends z.ZodMiniType>(one: T) =>
  z.exactOptional(z.array(one).check(z.minLength(1), z.maxLength(50)));

/** Every condition must hold; of a list, one. Amounts are compared as numbers in any currency. */
const conditionSchema = z.strictObject({
  /** In the name of the opportunity or of its customer. */
  text: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(100))),
  ownerIds: some(z.union([id, z.literal(none)])),
  teamIds: some(z.union([id, z.literal(none)])),
  sources: some(z.enum([...leadSourceCodes, none])),
  signals: some(z.enum(stepSignals)),
  amountFrom: z.exactOptional(amount),
  amountTo: z.exactOptional(amount),
  closeFrom: z.exactOptional(day),
  closeTo: z.exactOptional(day),
  /** Without an expected day of closing. */
  noClose: z.exactOptional(z.literal(true)),
});

/**
 * Which opportunities a board shows, and in which columns. Absolute: what "me" or "this month" meant
 * is resolved before. `today` is the workspace's, and given where the query depends on it.
 */
export const boardQuerySchema = z
  .strictObject({
    group: z.enum(groupings),
    condition: conditionSchema,
    today: z.exactOptional(day),
  })
  .check(z.refine((query) => query.today !== undefined || !dependsOnToday(query)));

export function dependsOnToday(query: Pick<BoardQuery, "group" | "condition">): boolean {
  return query.group === "month" || query.condition.signals !== undefined;
}

export type Condition = z.infer<typeof conditionSchema>;
export type BoardQuery = { group: Grouping; condition: Condition; today?: string };

/** All opportunities by stage: what a board shows unless it is asked for less. */
export const wholeBoard: BoardQuery = { group: "stage", condition: {} };

/** Queries are small and built in one order of keys. */
export function isSameQuery(a: BoardQuery, b: BoardQuery): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
