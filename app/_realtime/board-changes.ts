import type { CaughtUp } from "@/domain/board-answers";
import type { Arrival } from "@/domain/board-receive";

/** What others, or this user, just changed: for animations, and for panels that show more than cards. */
export type BoardChanges = {
  /** Everything may have changed: the board was read anew. The sets are then empty. */
  readonly everything: boolean;
  /** Opportunities whose card or place changed, or that left. */
  readonly opportunityIds: ReadonlySet<string>;
  /** Opportunities about which something was documented, corrected or removed. */
  readonly communicationsOf: ReadonlySet<string>;
  readonly partyIds: ReadonlySet<string>;
  /** Views that the reader may choose were saved, changed or removed. */
  readonly savedViews: boolean;
  /** Something to do was added, changed or done. */
  readonly tasks: boolean;
  /** The part of `opportunityIds` that did not come from this page's own writes. */
  readonly remoteOpportunityIds: ReadonlySet<string>;
  /** The member behind each of them; null for background work, absent where a catch-up brought it. */
  readonly moverOf: ReadonlyMap<string, string | null>;
};

const none: ReadonlySet<string> = new Set();
const nobody: ReadonlyMap<string, string | null> = new Map();

export const everythingChanged: BoardChanges = {
  everything: true,
  opportunityIds: none,
  communicationsOf: none,
  partyIds: none,
  savedViews: false,
  tasks: false,
  remoteOpportunityIds: none,
  moverOf: nobody,
};

export function changesOfEvents(
  applied: readonly Arrival[],
  isOwn: (mutationId: string) => boolean,
): BoardChanges {
  const opportunityIds = new Set<string>();
  const communicationsOf = new Set<string>();
  const partyIds = new Set<string>();
  const moverOf = new Map<string, string | null>();
  let savedViews = false;
  let tasks = false;
  for (const { event } of applied) {
    const isRemote = event.mutationId === null || !isOwn(event.mutationId);
    if (event.entity === "opportunity") {
      for (const { id } of event.changes ?? []) {
        opportunityIds.add(id);
        if (isRemote) moverOf.set(id, event.actorId);
      }
    }
    if (event.entity === "communication") {
      for (const { opportunityId } of event.changes ?? []) communicationsOf.add(opportunityId);
    }
    if (event.entity === "party") for (const { id } of event.changes ?? []) partyIds.add(id);
    if (event.entity === "saved_view") savedViews = true;
    if (event.entity === "other" && event.name === "task") tasks = true;
  }
  return {
    everything: false,
    opportunityIds,
    communicationsOf,
    partyIds,
    savedViews,
    tasks,
    remoteOpportunityIds: new Set(moverOf.keys()),
    moverOf,
  };
}

/** A catch-up names opportunities whether they or their communications changed. */
export function changesOfCatchUp(caughtUp: CaughtUp): BoardChanges {
  const { cards, goneIds, parties, savedViews } = caughtUp;
  const ids = new Set([...cards.map(({ id }) => id), ...goneIds]);
  return {
    everything: false,
    opportunityIds: ids,
    communicationsOf: ids,
    partyIds: new Set(parties.map(({ id }) => id)),
    savedViews,
    // It does not say.
    tasks: true,
    remoteOpportunityIds: ids,
    moverOf: nobody,
  };
}

export function isNoChange(changes: BoardChanges): boolean {
  const { everything, savedViews, tasks, opportunityIds, communicationsOf, partyIds } = changes;
  const named = opportunityIds.size + communicationsOf.size + partyIds.size;
  return !everything && !savedViews && !tasks && named === 0;
}
