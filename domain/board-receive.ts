import type { Card } from "./board-card";
import {
  type Draft,
  draftOf,
  finish,
  leave,
  noteActivity,
  renameParty,
  upsert,
} from "./board-draft";
import type { BoardEvent, OpportunityChange } from "./board-events";
import { type Figures, reweigh } from "./board-figures";
import type { View } from "./board-grouping";
import type { BoardState } from "./board-state";

export type Arrival = { readonly topic: string; readonly event: BoardEvent };

/**
 * What stands in the way of the next event. "gap": an earlier one is missing; it may still come,
 * else catch up. "frame": stages, members or teams changed; catch up to read them and the figures
 * anew. "reopen": more changed than was named, or than is held.
 */
export type Need = "nothing" | "gap" | "frame" | "reopen";

/** An answer is on its way when so many wait; what is left out then shows as a gap after it. */
const maxWaiting = 2000;

export type Received = { state: BoardState; needs: Need; applied: Arrival[] };

/**
 * Takes in events in any order, also repeated: each number of a topic is applied exactly once and
 * in its turn. Events of topics the board does not hold are ignored.
 */
export function receiveEvents(state: BoardState, arrivals: readonly Arrival[]): Received {
  return drain({ ...state, waiting: queued(state, arrivals) });
}

function queued(state: BoardState, arrivals: readonly Arrival[]): BoardState["waiting"] {
  const waiting: Record<string, Map<number, BoardEvent>> = {};
  for (const { topic, event } of arrivals) {
    const head = state.heads[topic];
    if (head === undefined || event.seq <= head) continue;
    waiting[topic] ??= new Map(state.waiting[topic]);
    if (waiting[topic].size < maxWaiting) waiting[topic].set(event.seq, event);
  }
  return { ...state.waiting, ...waiting };
}

/** Applies what waits and can be applied, and forgets what was overtaken by a snapshot. */
export function drain(state: BoardState): Received {
  const draft = draftOf(state);
  const heads = { ...state.heads };
  const waiting: Record<string, ReadonlyMap<number, BoardEvent>> = {};
  const applied: Arrival[] = [];
  let figures = state.figures;
  for (const [topic, queue] of Object.entries(state.waiting)) {
    let head = heads[topic] ?? 0;
    for (let event = queue.get(head + 1); event; event = queue.get(head + 1)) {
      if (obstacleTo(event, state)) break;
      figures = apply(draft, figures, topic, event);
      applied.push({ topic, event });
      head = event.seq;
    }
    heads[topic] = head;
    const rest = [...queue].filter(([seq]) => seq > head);
    if (rest.length > 0) waiting[topic] = new Map(rest);
  }
  const next = { ...state, ...finish(draft), heads, waiting, figures };
  return { state: next, needs: needOf(next), applied };
}

/** What the board must read from the database before it can go on. */
export function needOf(state: BoardState): Need {
  const needs = Object.entries(state.waiting).map(([topic, queue]) => {
    const next = queue.get((state.heads[topic] ?? 0) + 1);
    return next ? obstacleTo(next, state) : "gap";
  });
  const order: Need[] = ["reopen", "frame", "gap"];
  return order.find((need) => needs.includes(need)) ?? "nothing";
}

function obstacleTo(event: BoardEvent, view: View): Need | null {
  if (event.entity === "other" || event.entity === "saved_view") return null;
  if (event.changes === null) return "reopen";
  if (event.entity === "opportunity") {
    return event.changes.every((change) => isWeighable(change, view)) ? null : "frame";
  }
  if (event.entity === "party") {
    // A new name may let cards in that are not held, and so are in no sum that could be patched.
    const isRenamed = event.changes.some(({ op }) => op === "update");
    return isRenamed && view.query.condition.text !== undefined ? "reopen" : null;
  }
  // Their event carries the name only; the board also needs order, weight and who is active.
  return event.entity === "communication" ? null : "frame";
}

/** The sums need the kind and the probability of the stage; without it they must be read anew. */
function isWeighable(change: OpportunityChange, { stages }: View): boolean {
  const isKnown = (card: Card | null) =>
    card === null || stages.some((stage) => stage.id === card.stageId);
  return isKnown(change.before) && (change.op === "leave" || isKnown(change.card));
}

/** Cards go into the draft; the figures come back. */
function apply(draft: Draft, figures: Figures, topic: string, event: BoardEvent): Figures {
  if (event.entity === "opportunity") {
    let next = figures;
    for (const change of event.changes ?? []) {
      const after = change.op === "leave" ? null : change.card;
      next = reweigh(next, change.before, after, draft.base);
      if (change.op === "leave") leave(draft, topic, change.id, change.version);
      else upsert(draft, change.card);
    }
    return next;
  }
  if (event.entity === "communication") {
    for (const change of event.changes ?? []) {
      // Only a new one moves the card's last activity; see `note_activity` in SQL.
      if (change.op === "enter") noteActivity(draft, change.opportunityId, change.occurredAt);
    }
  }
  if (event.entity === "party") {
    for (const change of event.changes ?? []) {
      if (change.op === "update") renameParty(draft, change.id, change.name);
    }
  }
  return figures;
}
