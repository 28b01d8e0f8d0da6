import { type BoardFilter, readFilter, writeFilter } from "@/domain/board-filter";

/** A filter of the board that a member keeps under a name. */
export type SavedView = {
  id: string;
  ownerId: string;
  name: string;
  isShared: boolean;
  /** Search parameters, "group=owner&q=Dach". */
  parameters: string;
  version: number;
};

export function filterOf({ parameters }: Pick<SavedView, "parameters">): BoardFilter {
  return readFilter(new URLSearchParams(parameters));
}

export function parametersOf(filter: BoardFilter): string {
  return new URLSearchParams(writeFilter(filter)).toString();
}

/**
 * The view that shows what the filter shows; of several the preferred one. Compared by what is read
 * of them: an older view may say what nobody knows any more.
 */
export function viewOf(
  views: readonly SavedView[],
  filter: BoardFilter,
  preferredId: string | null,
): SavedView | undefined {
  const parameters = parametersOf(filter);
  const same = views.filter((view) => parametersOf(filterOf(view)) === parameters);
  return same.find(({ id }) => id === preferredId) ?? same[0];
}
