import type { Card } from "./board-card";
import type { Arrival } from "./board-receive";
import { type BoardState, isBeyondLoaded } from "./board-state";

/** The fields of a card that an edit may show at once; names as on the card. */
export type CardPatch = Partial<
  Pick<
    Card,
    | "name"
    | "customerId"
    | "customerName"
    | "contactId"
    | "ownerId"
    | "teamId"
    | "isPrivate"
    | "amount"
    | "currency"
    | "probability"
    | "expectedCloseOn"
    | "nextStep"
    | "nextStepOn"
    | "source"
  >
>;

/** Where a card was dropped: directly below one card, else above another, else on top. */
export type Drop = { stageId: string; afterId: string | null; beforeId: string | null };

/** What was asked of the database; `at` is the time of asking, ISO 8601. */
export type Wish =
  | ({ kind: "move"; at: string } & Drop)
  | { kind: "edit"; patch: CardPatch }
  /** `card.rank` and `card.version` are not known yet: "" and 0. */
  | { kind: "create"; card: Card }
  | { kind: "remove" };

/**
 * A write of this user that the confirmed board does not contain yet. `answer` is the card as the
 * database wrote it, null when it is gone or out of sight, undefined while nothing came back.
 */
export type Pending = {
  readonly mutationId: string;
  readonly opportunityId: string;
  readonly wish: Wish;
  readonly answer: Card | null | undefined;
};

export function wishFor(
  pending: readonly Pending[],
  mutationId: string,
  opportunityId: string,
  wish: Wish,
): readonly Pending[] {
  return [...pending, { mutationId, opportunityId, wish, answer: undefined }];
}

export function dropPending(
  pending: readonly Pending[],
  mutationIds: ReadonlySet<string>,
): readonly Pending[] {
  return pending.some((one) => mutationIds.has(one.mutationId))
    ? pending.filter((one) => !mutationIds.has(one.mutationId))
    : pending;
}

/**
 * The card a write came back with, from its answer or from its own echo in the feed; null when it
 * is gone. Of a write of several cards each has an answer of its own.
 */
export function answerPending(
  pending: readonly Pending[],
  mutationId: string,
  answer: Card | null,
): readonly Pending[] {
  return pending.map((one) => {
    const isOwn = answer === null || one.opportunityId === answer.id;
    return one.mutationId === mutationId && isOwn ? { ...one, answer } : one;
  });
}

/** The cards a write of several came back with; those that are missing are out of sight. */
export function answerMany(
  pending: readonly Pending[],
  mutationId: string,
  cards: readonly Card[],
): readonly Pending[] {
  const answers = new Map(cards.map((card) => [card.id, card]));
  return pending.map((one) =>
    one.mutationId === mutationId
      ? { ...one, answer: answers.get(one.opportunityId) ?? null }
      : one,
  );
}

/**
 * Reads the answers of pending writes from their echoes. A leave answers only a removal: whoever
 * changes the visibility of a card hears of its arrival on the other topic.
 */
export function answerFromEchoes(
  pending: readonly Pending[],
  applied: readonly Arrival[],
): readonly Pending[] {
  if (pending.length === 0) return pending;
  let answered = pending;
  for (const { event } of applied) {
    const { mutationId } = event;
    if (event.entity !== "opportunity" || mutationId === null) continue;
    for (const change of event.changes ?? []) {
      const own = answered.find(
        (one) => one.mutationId === mutationId && one.opportunityId === change.id,
      );
      if (!own) continue;
      if (change.op !== "leave") answered = answerPending(answered, mutationId, change.card);
      else if (own.wish.kind === "remove") answered = answerPending(answered, mutationId, null);
    }
  }
  return answered;
}

/** Drops what the confirmed board contains by now. */
export function settle(pending: readonly Pending[], state: BoardState): readonly Pending[] {
  const open: Pending[] = [];
  for (const one of pending) if (!isSettled(one, state, open)) open.push(one);
  return open.length === pending.length ? pending : open;
}

function isSettled(
  { opportunityId, answer, wish }: Pending,
  state: BoardState,
  earlier: readonly Pending[],
): boolean {
  if (answer === undefined) return false;
  const held = state.cards.get(opportunityId);
  if (answer === null) {
    if (wish.kind !== "remove") return true;
    // Until the feed told of everything up to the removal, the card would come back for a moment.
    return !held && !earlier.some((one) => one.opportunityId === opportunityId);
  }
  if (held) {
    if (held.version < answer.version) return false;
    // Dropped below the loaded pages: keep showing it until the page that holds it has come.
    return held.version > answer.version || !isBeyondLoaded(state, held);
  }
  const gone = state.tombstones.get(opportunityId);
  if (gone && gone.version >= answer.version) return true;
  return state.heads[answer.topic] === undefined;
}
