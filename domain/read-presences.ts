import * as z from "zod/mini";
import { type Presence, presencePages } from "./presence";

/** A page shows one card in its hand, and no team has as many pages open: more is no hint any more. */
const mostInHand = 10;
const mostPages = 500;

const identifier = z.string().check(z.minLength(1), z.maxLength(64));

const presence = z.object({
  memberId: identifier,
  page: z._default(z.enum(presencePages), "board"),
  isAway: z.boolean(),
  openId: z.nullable(identifier),
  handIds: z.array(identifier).check(z.maxLength(mostInHand)),
  field: z.nullable(identifier),
}) satisfies z.ZodMiniType<Presence>;

/**
 * Reads the state of a channel as Realtime's client keeps it: lists of entries by key, a key a page.
 * What it cannot read is left out, and what is too much.
 */
export function readPresences(state: unknown): Presence[] {
  if (typeof state !== "object" || state === null) return [];
  // Whoever shows something chooses its key, "__proto__" as well: only what is in the lists counts.
  const entries: unknown[] = Object.values(state).filter(Array.isArray).flat();
  return entries.slice(0, mostPages).flatMap((entry) => presence.safeParse(entry).data ?? []);
}
