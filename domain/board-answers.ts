import * as z from "zod/mini";
import { cardSchema } from "./board-card";

const heads = z.record(z.string(), z.number());
const cards = z.array(cardSchema);

const stageSchema = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kind: z.enum(["open", "won", "lost"]),
  position: z.number(),
  probability: z.number(),
  rotDays: z.nullable(z.number()),
});
const memberSchema = z.object({ id: z.string(), name: z.string(), isActive: z.boolean() });
const teamSchema = z.object({ id: z.string(), name: z.string() });
const figureSchema = z.object({
  column: z.string(),
  currency: z.string(),
  count: z.number(),
  amount: z.string(),
  weighted: z.string(),
});

const frame = {
  heads,
  stages: z.array(stageSchema),
  members: z.array(memberSchema),
  teams: z.array(teamSchema),
  figures: z.array(figureSchema),
};

const boardAnswer = z.object({ ...frame, columns: z.record(z.string(), cards) });
const boardPage = z.object({ heads, cards });
const caughtUp = z.object({
  ...frame,
  status: z.literal("caught_up"),
  cards,
  goneIds: z.array(z.string()),
  parties: z.array(z.object({ id: z.string(), version: z.number(), name: z.string() })),
  savedViews: z.boolean(),
});
const catchUpAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("stale") }),
  caughtUp,
]);

/** The last number of each topic the caller may see: which moment an answer belongs to. */
export type Heads = z.infer<typeof heads>;
export type BoardStage = z.infer<typeof stageSchema>;
export type BoardMember = z.infer<typeof memberSchema>;
export type BoardTeam = z.infer<typeof teamSchema>;
/** Count and exact sums over all cards of a column in one currency, loaded or not. */
export type StageFigure = z.infer<typeof figureSchema>;
/** `open_board`: everything but later pages, from one snapshot. */
export type BoardAnswer = z.infer<typeof boardAnswer>;
/** `board_page`: the next cards of one column. */
export type BoardPage = z.infer<typeof boardPage>;
/** `catch_up`, when the numbers held could be caught up from. */
export type CaughtUp = z.infer<typeof caughtUp>;
export type CatchUpAnswer = z.infer<typeof catchUpAnswer>;

function reader<T>(schema: z.ZodMiniType<T>): (input: unknown) => T | null {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : null;
  };
}

/** Each reads an answer as SQL gives it, ignoring keys it does not know; null when malformed. */
export const parseBoardAnswer = reader(boardAnswer);
export const parseBoardPage = reader(boardPage);
export const parseCatchUpAnswer = reader(catchUpAnswer);
export const parseHeads = reader(heads);
