import * as z from "zod/mini";
import {
  createOpportunity,
  deleteOpportunity,
  moveOpportunities,
  moveOpportunity,
  updateOpportunity,
} from "@/domain/opportunity-input";
import type { OutboxEntry } from "./entry";

const about = { at: z.number(), name: z.string() };

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
