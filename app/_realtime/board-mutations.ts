import type { Card } from "@/domain/board-card";
import type { CardPatch, Drop, Wish } from "@/domain/board-pending";
import { columnOf } from "@/domain/board-visible";
import type { SaveAnswer } from "@/domain/opportunity-answers";
import type { CreateOpportunity, OpportunityPatch } from "@/domain/opportunity-input";
import type { BoardSync } from "./board-sync";
import type { EditInput, MoveInput, MoveManyInput, OutboxEntry } from "./outbox/entry";
import {
  createOutbox,
  type Delivered,
  type Outbox,
  type OutboxOptions,
  type Sent,
} from "./outbox/outbox";
import { createRecent } from "./recent";

/** The writes of the opportunity router. */
type BoardWrites = {
  create(input: CreateOpportunity): Promise<{ card: Card | null }>;
  move(input: MoveInput): Promise<{ card: Card | null }>;
  moveMany(input: MoveManyInput): Promise<{ cards: readonly Card[] }>;
  update(input: EditInput): Promise<SaveAnswer>;
  delete(input: { id: string; mutationId: string }): Promise<unknown>;
};

export type NewOpportunity = Omit<CreateOpportunity, "id" | "mutationId">;

/**
 * Every write is shown at once. While the server is away it waits on the device; what was refused
 * after that is no error of the call, but among the unsettled of the outbox.
 */
export type BoardMutations = {
  /** Resolves when it is written. @throws what the router throws, after taking it back */
  move(move: { id: string; lostReason?: string } & Drop): Promise<void>;
  /** One below the other, all or none, in one write. @throws as `move` does */
  moveMany(move: { ids: readonly string[] } & Drop): Promise<void>;
  /**
   * `id` is that of the new card, which stands on top of its column at once; `isHidden` when it is
   * none of those that the board was asked for.
   */
  create(input: NewOpportunity): { id: string; isHidden: boolean; saved: Promise<void> };
  /** `version` is that of the card as the editor saw it. A conflict is an answer: nothing was written. */
  edit(edit: {
    id: string;
    version: number;
    patch: OpportunityPatch;
    /** The name to show for a new `patch.customerId`. */
    customerName?: string;
  }): Promise<Delivered>;
  remove(id: string): Promise<void>;
  outbox: Outbox;
};

export type BoardMutationsOptions = Omit<OutboxOptions, "sync" | "dispatch" | "wishesOf"> & {
  sync: Pick<BoardSync, "begin" | "succeed" | "succeedMany" | "fail" | "refresh" | "view">;
  writes: BoardWrites;
};

/** Which the database gives to what is made. */
const firstVersion = 1;
/** Of a card before that. */
const noVersion = 0;
/** An editor that stayed open for more own writes than this may conflict with them. */
const mostOwnVersions = 1000;

export function createBoardMutations(options: BoardMutationsOptions): BoardMutations {
  const { sync, writes, newId } = options;
  /** Own writes that nobody came between: from the version they were based on to their own. */
  const ownVersions = createRecent<number>(mostOwnVersions);
  const outbox = createOutbox({ ...options, dispatch, wishesOf });

  async function dispatch(entry: OutboxEntry): Promise<Sent> {
    if (entry.kind === "moveMany") {
      const { board } = sync.view();
      const before = new Map(entry.input.ids.map((id) => [id, board?.cardOf(id)?.version]));
      const { cards } = await writes.moveMany(entry.input);
      for (const card of cards) noteVersion(card.id, before.get(card.id), card);
      return { status: "moved", cards };
    }
    const { id } = entry.input;
    switch (entry.kind) {
      case "create": {
        const answer = await writes.create(entry.input);
        // Whoever edits it before this answer saw what they made themselves.
        follow(id, noVersion, firstVersion);
        return { status: "saved", ...answer };
      }
      case "move": {
        const basedOn = sync.view().board?.cardOf(id)?.version;
        const answer = await writes.move(entry.input);
        noteVersion(id, basedOn, answer.card);
        return { status: "saved", ...answer };
      }
      case "edit": {
        const basedOn = currentVersion(id, entry.input.version);
        const answer = await writes.update({ ...entry.input, version: basedOn });
        if (answer.status === "saved") noteVersion(id, basedOn, answer.card);
        return answer;
      }
      case "remove":
        await writes.delete(entry.input);
        return { status: "saved", card: null };
    }
  }

  /** Follows this page's own writes, so that nobody conflicts with themselves. */
  function currentVersion(id: string, seen: number): number {
    let version = seen;
    for (
      let next = ownVersions.get(`${id} ${version}`);
      next !== undefined;
      next = ownVersions.get(`${id} ${version}`)
    ) {
      version = next;
    }
    return version;
  }

  function noteVersion(id: string, basedOn: number | undefined, card: Card | null): void {
    // With a step of more than one somebody else wrote in between, unseen by the editor.
    if (basedOn !== undefined && card?.version === basedOn + 1) follow(id, basedOn, card.version);
  }

  function follow(id: string, from: number, to: number): void {
    ownVersions.set(`${id} ${from}`, to);
    outbox.rebase(id, from, to);
  }

  const about = (id: string) => ({
    at: outbox.now(),
    name: sync.view().board?.cardOf(id)?.name ?? "",
  });

  return {
    async move({ id, lostReason, ...drop }) {
      const reason = lostReason === undefined ? {} : { lostReason };
      const input = { id, mutationId: newId(), ...drop, ...reason };
      await outbox.run({ kind: "move", ...about(id), input });
    },
    async moveMany({ ids, ...drop }) {
      const [first = ""] = ids;
      const input = { ids: [...ids], mutationId: newId(), ...drop };
      await outbox.run({ kind: "moveMany", ...about(first), input });
    },
    create(input) {
      const id = newId();
      const entry: OutboxEntry = {
        kind: "create",
        at: outbox.now(),
        name: input.name,
        input: { ...input, id, mutationId: newId() },
      };
      const saved = outbox.run(entry);
      const { board } = sync.view();
      const card = cardToBe(id, input, entry.at);
      const isHidden = board !== undefined && columnOf(board, card) === undefined;
      return { id, isHidden, saved: saved.then(() => undefined) };
    },
    edit({ id, version, patch, customerName }) {
      const shown = customerName === undefined ? {} : { customerName };
      const input = { id, version, patch, mutationId: newId() };
      return outbox.run({ kind: "edit", ...about(id), input, ...shown });
    },
    async remove(id) {
      await outbox.run({ kind: "remove", ...about(id), input: { id, mutationId: newId() } });
    },
    outbox,
  };
}

/** What the board shows of an entry before it is written. */
function wishesOf(entry: OutboxEntry): ReadonlyMap<string, Wish> {
  if (entry.kind !== "moveMany") return new Map([[entry.input.id, wishOf(entry)]]);
  const { ids, stageId, ...place } = entry.input;
  const at = new Date(entry.at).toISOString();
  return new Map(
    ids.map((id, index): [string, Wish] => {
      const above = ids[index - 1];
      const { afterId, beforeId } =
        above === undefined ? place : { afterId: above, beforeId: null };
      return [id, { kind: "move", at, stageId, afterId, beforeId }];
    }),
  );
}

function wishOf(entry: Exclude<OutboxEntry, { kind: "moveMany" }>): Wish {
  switch (entry.kind) {
    case "create":
      return { kind: "create", card: cardToBe(entry.input.id, entry.input, entry.at) };
    case "move": {
      const { stageId, afterId, beforeId } = entry.input;
      return { kind: "move", at: new Date(entry.at).toISOString(), stageId, afterId, beforeId };
    }
    case "edit":
      return { kind: "edit", patch: shownOf(entry.input.patch, entry.customerName) };
    case "remove":
      return { kind: "remove" };
  }
}

/** The part of an edit that a card shows. */
function shownOf(patch: OpportunityPatch, customerName: string | undefined): CardPatch {
  const { lostReason: _lostReason, ...shown } = patch;
  return customerName === undefined ? shown : { ...shown, customerName };
}

/** A card as far as it is known before the database made it. */
function cardToBe(id: string, input: NewOpportunity, at: number): Card {
  return {
    id,
    version: noVersion,
    topic: "",
    stageId: input.stageId,
    rank: "",
    name: input.name,
    customerId: input.customerId ?? "",
    customerName: input.customerName ?? (input.customerId ? "" : input.name),
    contactId: null,
    ownerId: input.ownerId ?? null,
    teamId: input.teamId ?? null,
    isPrivate: input.isPrivate ?? false,
    amount: input.amount ?? null,
    currency: input.currency,
    probability: null,
    expectedCloseOn: input.expectedCloseOn ?? null,
    nextStep: null,
    nextStepOn: null,
    source: input.source ?? null,
    stageEnteredAt: new Date(at).toISOString(),
    isBlacklisted: false,
    lastActivityAt: null,
  };
}
