import * as z from "zod/mini";
import { partyCursor, partyQueryInput } from "@/domain/party-list-input";

const count = z.int().check(z.gte(0));

const fill = z.object({
  viewName: z.string(),
  query: partyQueryInput,
  /** Null where the end is not known. */
  total: z.nullable(count),
  stand: z.object({
    cursor: partyCursor,
    /** Of the next page: one that is sent again changes nothing. */
    mutationId: z.guid(),
    done: count,
    /** Parties of pages whose answer was lost: nobody knows what became of each. */
    untold: count,
    told: z.object({
      asked: count,
      already: count,
      declined: count,
      leftOut: count,
      withoutEmail: count,
    }),
  }),
});

/** A view that is being put on a list, and how far that is. */
export type Fill = z.infer<typeof fill>;

/** Under which a member's work on a list is kept. */
export const fillKey = (memberId: string, listId: string) => `spur:fill:${memberId}:${listId}`;

/** What this browser kept; null when there is nothing that can be read. */
export function readFill(key: string): Fill | null {
  try {
    const read = fill.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Keeps it, or with null forgets it. Where a browser keeps nothing, it cannot be resumed. */
export function keepFill(key: string, kept: Fill | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // Nothing else depends on it.
  }
}
