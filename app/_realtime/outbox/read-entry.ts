import * as z from "zod/mini";
import {
  createOpportunity,
  deleteOpportunity,
  moveOpportunities,
  moveOpportunity,
  updateOpportunity,
} from "@/domain/opportunity-input";
import type { OutboxEntry } from "./entry";

/** The last millisecond that a date can tell. */
const endOfTime = 8.64e15;

const about = { at: z.int().check(z.gte(0), z.lte(endOfTime)), name: z.string() };

const entry = z.discriminatedUnion("kind", [
  z.object({ ...about, kind: z.literal("create"), input: createOpportunity }),
  z.object({ ...about, kind: z.literal("move"), input: moveOpportunity }),
  z.object({ ...about, kind: z.literal("moveMany"), input: moveOpportunities }),
  z.object({
    ...about,
    kind: z.literal("edit"),
    input: z.extend(updateOpportunity, { version: z.int().check(z.gte(0)) }),
    customerName: z.exactOptional(z.string()),
  }),
  z.object({ ...about, kind: z.literal("remove"), input: deleteOpportunity }),
]);

/** What a browser kept, an earlier version of this code perhaps: null when it cannot be sent. */
export function readEntry(text: string): OutboxEntry | null {
  try {
    const parsed = entry.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
