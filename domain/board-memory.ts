import type { Card } from "./board-card";
import { isLoaded, loadedEnd } from "./board-column";
import { columnKeyOf, placeIn } from "./board-grouping";
import type { BoardState } from "./board-state";

/** Beyond the loaded pages; enough that forgetting is rare, and little beside what is loaded. */
export const mostUnseen = 1000;
/** Renamings that a card written before them may still arrive after. */
export const mostPartyNames = 500;

/** Whether a board remembers more of what it does not show than it should for hours. */
export function isOverfull(state: BoardState): boolean {
  const { cards, columns, tombstones, activities, partyNames } = state;
  if (partyNames.size > 2 * mostPartyNames) return true;
  let unseen = cards.size + tombstones.size + activities.size;
  for (const column of Object.values(columns)) {
    unseen -= loadedEnd(column, (id) => placeOf(state, id));
  }
  return unseen > mostUnseen;
}

/**
 * Forgets what was only heard of: cards below the loaded pages, gone ones, activities of cards that
 * are not held, old names. All of it guards against answers from before the numbers now applied;
 * from here on those are refused instead, and asked for again.
 */
export function forgetUnseen(state: BoardState): BoardState {
  const columns = Object.fromEntries(
    Object.entries(state.columns).map(([key, column]) => {
      const end = loadedEnd(column, (id) => placeOf(state, id));
      return [
        key,
        end === column.ids.length ? column : { ...column, ids: column.ids.slice(0, end) },
      ];
    }),
  );
  return {
    ...state,
    columns,
    floor: state.heads,
    cards: new Map([...state.cards].filter(([, card]) => isSeen(state, card))),
    tombstones: new Map(),
    activities: new Map(),
    partyNames: new Map([...state.partyNames].slice(-mostPartyNames)),
  };
}

function isSeen(state: BoardState, card: Card): boolean {
  const key = columnKeyOf(card, state);
  // It gets its place when its stage becomes known.
  if (key === null) return state.stages.every(({ id }) => id !== card.stageId);
  const column = state.columns[key];
  return column !== undefined && isLoaded(column, placeIn(state.query.group, card));
}

function placeOf(state: BoardState, id: string): string | undefined {
  const card = state.cards.get(id);
  return card && placeIn(state.query.group, card);
}
