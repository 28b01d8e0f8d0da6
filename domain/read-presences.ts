import * as z from "zod/mini";
import type { Presence } from "./presence";

const identifier = z.string().check(z.minLength(1), z.maxLength(64));

const presence = z.object({
  memberId: identifier,
  isAway: z.boolean(),
  openId: z.nullable(identifier),
  handIds: z.array(identifier).check(z.maxLength(100)),
  field: z.nullable(identifier),
}) satisfies z.ZodMiniType<Presence>;

/** The state of a channel as Realtime's client keeps it: entries by key, a key a page. */
const channelState = z.record(z.string(), z.array(z.unknown()));

/** Reads the state of a channel; what it cannot read is left out. */
export function readPresences(state: unknown): Presence[] {
  const parsed = channelState.safeParse(state);
  if (!parsed.success) return [];
  return Object.values(parsed.data).flatMap((entries) =>
    entries.flatMap((entry) => presence.safeParse(entry).data ?? []),
  );
}
