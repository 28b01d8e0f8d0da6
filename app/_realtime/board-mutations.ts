import type { Card } from "@/domain/board-card";
import type { CardPatch, Drop, Wish } from "@/domain/board-pending";
import { columnOf } from "@/domain/board-visible";
import type { SaveAnswer } from "@/domain/opportunity-answers";
import type { CreateOpportunity, OpportunityPatch } from "@/domain/opportunity-input";
import type { BoardSync } from "./board-sync";
import { backoff, type Clock } from "./clock";

/** The writes of the opportunity router. */
type BoardWrites = {
  create(input: CreateOpportunity): Promise<{ card: Card | null }>;
  move(
    input: { id: string; mutationId: string; lostReason?: string } & Drop,
  ): Promise<{ card: Card | null }>;
  moveMany(
    input: { ids: string[]; mutationId: string } & Drop,
  ): Promise<{ cards: readonly Card[] }>;
  update(input: {
    id: string;
    version: number;
    patch: OpportunityPatch;
    mutationId: string;
  }): Promise<SaveAnswer>;
  delete(input: { id: string; mutationId: string }): Promise<unknown>;
};

export type NewOpportunity = Omit<CreateOpportunity, "id" | "mutationId">;

export type BoardMutations = {
  /** Shows the card at once, resolves when it is written. @throws what the router throws, after taking it back */
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
  }): Promise<SaveAnswer>;
  remove(id: string): Promise<void>;
};

export type BoardMutationsOptions = {
  sync: Pick<BoardSync, "begin" | "succeed" | "succeedMany" | "fail" | "refresh" | "view">;
  writes: BoardWrites;
  clock: Clock;
  newId(): string;
  /** Whether the write may have been lost on the way: every write may be repeated. */
  mayRepeat(error: unknown): boolean;
};

const mostAttempts = 5;
/** Which the database gives to what is made. */
const firstVersion = 1;

export function createBoardMutations(options: BoardMutationsOptions): BoardMutations {
  const { sync, writes, clock, newId } = options;
  /** The last write of each card: the next one waits for it, because it builds on its version. */
  const queues = new Map<string, Promise<unknown>>();
  /** Own writes that nobody came between: from the version they were based on to their own. */
  const ownVersions = new Map<string, number>();

  async function persist<T>(send: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send();
      } catch (error) {
        if (attempt === mostAttempts || !options.mayRepeat(error)) throw error;
        await new Promise<void>((resolve) => clock.after(backoff(attempt, clock), resolve));
      }
    }
  }

  function write<T>(
    id: string,
    wish: Wish,
    send: (mutationId: string) => Promise<T>,
    cardOf: (answer: T) => Card | null | "unwritten",
  ): Promise<T> {
    const mutationId = newId();
    sync.begin(mutationId, id, wish);
    const turn = (queues.get(id) ?? Promise.resolve()).then(
      () => persist(() => send(mutationId)),
      () => persist(() => send(mutationId)),
    );
    queues.set(id, turn);
    return turn
      .then(
        (answer) => {
          const card = cardOf(answer);
          if (card === "unwritten") sync.fail(mutationId);
          else sync.succeed(mutationId, card);
          return answer;
        },
        (error: unknown) => {
          sync.fail(mutationId);
          // It may have been written although no answer came, or the board knows less than what refused.
          sync.refresh();
          throw error;
        },
      )
      .finally(() => {
        if (queues.get(id) === turn) queues.delete(id);
      });
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
    if (basedOn !== undefined && card?.version === basedOn + 1) {
      ownVersions.set(`${id} ${basedOn}`, card.version);
    }
  }

  return {
    async move({ id, lostReason, ...drop }) {
      const at = new Date(clock.now()).toISOString();
      await write(
        id,
        { kind: "move", at, ...drop },
        async (mutationId) => {
          const basedOn = sync.view().board?.cardOf(id)?.version;
          const reason = lostReason === undefined ? {} : { lostReason };
          const answer = await writes.move({ id, mutationId, ...drop, ...reason });
          noteVersion(id, basedOn, answer.card);
          return answer;
        },
        (answer) => answer.card,
      );
    },
    async moveMany({ ids, ...drop }) {
      const mutationId = newId();
      const at = new Date(clock.now()).toISOString();
      ids.forEach((id, index) => {
        const above = ids[index - 1];
        const place = above === undefined ? drop : { ...drop, afterId: above, beforeId: null };
        sync.begin(mutationId, id, { kind: "move", at, ...place });
      });
      const turn = Promise.allSettled(ids.map((id) => queues.get(id))).then(() =>
        persist(() => writes.moveMany({ ids: [...ids], mutationId, ...drop })),
      );
      for (const id of ids) queues.set(id, turn);
      try {
        const { cards } = await turn;
        sync.succeedMany(mutationId, cards);
      } catch (error) {
        sync.fail(mutationId);
        sync.refresh();
        throw error;
      } finally {
        for (const id of ids) if (queues.get(id) === turn) queues.delete(id);
      }
    },
    create(input) {
      const id = newId();
      const card = cardToBe(id, input, new Date(clock.now()).toISOString());
      const saved = write(
        id,
        { kind: "create", card },
        async (mutationId) => {
          const answer = await writes.create({ ...input, id, mutationId });
          // Whoever edits it before this answer saw what they made themselves.
          ownVersions.set(`${id} ${card.version}`, firstVersion);
          return answer;
        },
        (answer) => answer.card,
      );
      const { board } = sync.view();
      const isHidden = board !== undefined && columnOf(board, card) === undefined;
      return { id, isHidden, saved: saved.then(() => undefined) };
    },
    async edit({ id, version, patch, customerName }) {
      return write(
        id,
        { kind: "edit", patch: shownOf(patch, customerName) },
        async (mutationId) => {
          const basedOn = currentVersion(id, version);
          const answer = await writes.update({ id, version: basedOn, patch, mutationId });
          if (answer.status === "saved") noteVersion(id, basedOn, answer.card);
          return answer;
        },
        (saved) => (saved.status === "saved" ? saved.card : "unwritten"),
      );
    },
    async remove(id) {
      await write(
        id,
        { kind: "remove" },
        (mutationId) => writes.delete({ id, mutationId }),
        () => null,
      );
    },
  };
}

/** The part of an edit that a card shows. */
function shownOf(patch: OpportunityPatch, customerName: string | undefined): CardPatch {
  const { lostReason: _lostReason, ...shown } = patch;
  return customerName === undefined ? shown : { ...shown, customerName };
}

/** A card as far as it is known before the database made it. */
function cardToBe(id: string, input: NewOpportunity, now: string): Card {
  return {
    id,
    version: 0,
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
    stageEnteredAt: now,
    lastActivityAt: null,
  };
}
