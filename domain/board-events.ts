import * as z from "zod/mini";
import { cardSchema } from "./board-card";

/** The broadcast event name of every change on a topic's private channel. */
export const changeEventName = "change";

const envelope = {
  seq: z.number(),
  mutationId: z.nullable(z.string()),
  actorId: z.nullable(z.string()),
};

const operation = z.enum(["enter", "update", "leave"]);

const opportunityArrival = z.object({
  id: z.string(),
  version: z.number(),
  op: z.enum(["enter", "update"]),
  before: z.nullable(cardSchema),
  card: cardSchema,
});
const opportunityLeave = z.object({
  id: z.string(),
  version: z.number(),
  op: z.literal("leave"),
  before: cardSchema,
});

const namedChange = z.object({
  id: z.string(),
  version: z.number(),
  op: operation,
  name: z.string(),
});

const communicationChange = z.object({
  id: z.string(),
  version: z.number(),
  op: operation,
  opportunityId: z.string(),
  occurredAt: z.string(),
});

const event = z.discriminatedUnion("entity", [
  z.object({
    ...envelope,
    entity: z.literal("opportunity"),
    changes: z.nullable(z.array(z.union([opportunityArrival, opportunityLeave]))),
  }),
  z.object({
    ...envelope,
    entity: z.literal("communication"),
    changes: z.nullable(z.array(communicationChange)),
  }),
  z.object({
    ...envelope,
    // Who needs to know more reads them again.
    entity: z.literal("saved_view"),
    changes: z.nullable(z.array(z.unknown())),
  }),
  z.object({
    ...envelope,
    entity: z.enum(["party", "member", "team", "stage"]),
    changes: z.nullable(z.array(namedChange)),
  }),
]);
const anyEvent = z.object({ ...envelope, entity: z.string() });

/**
 * A change of one topic, as `private.publish` sends it. Numbers of a topic have no gaps. `changes`
 * is null when a statement changed too many rows to name. An entity that this version of the
 * program does not know arrives as "other": its number still counts.
 */
export type BoardEvent = z.infer<typeof event> | OtherEvent;
export type OpportunityChange =
  | z.infer<typeof opportunityArrival>
  | z.infer<typeof opportunityLeave>;
type OtherEvent = {
  seq: number;
  mutationId: string | null;
  actorId: string | null;
  entity: "other";
  name: string;
};

const knownEntities = new Set([
  "opportunity",
  "communication",
  "saved_view",
  "party",
  "member",
  "team",
  "stage",
]);

/** Null when the payload cannot be read; the caller then catches up instead. */
export function parseBoardEvent(payload: unknown): BoardEvent | null {
  const head = anyEvent.safeParse(payload);
  if (!head.success || !Number.isSafeInteger(head.data.seq)) return null;
  const { entity, ...rest } = head.data;
  if (!knownEntities.has(entity)) return { ...rest, entity: "other", name: entity };
  const parsed = event.safeParse(payload);
  return parsed.success ? parsed.data : null;
}
