/** What the benchmark and its process full of boards say to each other. */
export type BoardsOrder =
  | {
      kind: "open";
      url: string;
      publishableKey: string;
      floorUrl: string;
      boards: { token: string; topics: string[] }[];
    }
  | { kind: "report" };

export type BoardsAnswer =
  | { kind: "ready" }
  | { kind: "failed"; message: string }
  | { kind: "arrivals"; arrivals: Arrival[] };

/** A marked event came to one board. */
export type Arrival = { mark: string; at: number };

/** Milliseconds on a clock that all processes of a machine share, finer than `Date`. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
