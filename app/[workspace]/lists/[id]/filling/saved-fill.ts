import * as z from "zod/mini";
import { partyCursor, partyQueryInput } from "@/domain/party-list-input";
import { keepHere, readKept } from "../../../kept-here";

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
export const readFill = (key: string): Fill | null => readKept(key, fill);

/** Keeps it, or with null forgets it. Where a browser keeps nothing, it cannot be resumed. */
export const keepFill = (key: string, kept: Fill | null): void => keepHere(key, kept);
