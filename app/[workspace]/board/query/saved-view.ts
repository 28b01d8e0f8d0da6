import { type BoardFilter, readFilter, writeFilter } from "@/domain/board-filter";

/** A filter of a screen that a member keeps under a name. */
export type SavedView = {
  id: string;
  kind: string;
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

/** A screen whose filters are kept as views. */
export type ViewedScreen = {
  kind: "board" | "parties";
  /** What it shows, as search parameters. */
  parameters: string;
  /** The same of a view, as the screen says it today: an older one may say what nobody knows any more. */
  reread(parameters: string): string;
  choose(parameters: string): void;
  memberName(id: string | null): string | undefined;
};

/** The board's own way to say a filter again. */
export function rereadBoard(parameters: string): string {
  return parametersOf(filterOf({ parameters }));
}

/** The view that shows what the screen shows; of several the preferred one. */
export function viewOf(
  views: readonly SavedView[],
  { parameters, reread }: Pick<ViewedScreen, "parameters" | "reread">,
  preferredId: string | null,
): SavedView | undefined {
  const same = views.filter((view) => reread(view.parameters) === parameters);
  return same.find(({ id }) => id === preferredId) ?? same[0];
}
