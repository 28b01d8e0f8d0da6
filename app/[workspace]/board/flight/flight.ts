import type { Card } from "@/domain/board-card";

export type Place = Pick<DOMRect, "left" | "top" | "width">;

/** As the tokens have it, ms: long enough to follow with the eyes, too short to wait for. */
export const flightTime = { own: 160, remote: 200 };
export const flightEasing = "cubic-bezier(0.22, 0.8, 0.36, 1)";

/** A card on its way from where it was on the screen to its place in a column. */
export type Flight = {
  readonly card: Card;
  readonly from: Pick<DOMRect, "left" | "top">;
  /** Its place, where it is known before it is drawn there: nothing waits for measuring it then. */
  readonly to?: Place | undefined;
  /** Degrees it is tilted at the start: a card from the hand straightens on its way. */
  readonly tilt: number;
  /** Who moved it, where that was somebody else. */
  readonly mover: string | undefined;
};
