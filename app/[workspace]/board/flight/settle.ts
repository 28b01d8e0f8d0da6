import { cardElement } from "../column/column-registry";
import { type Flight, flightEasing, flightTime, type Place } from "./flight";

/** So far a card may stand out of its column without being cut off at the edge, px. */
const mostAside = 24;
const mostAbove = 60;

/** Whether a card needs no layer of its own to get to its place: a hand drops it almost there. */
export function isNearby(from: Flight["from"], to: Place): boolean {
  return Math.abs(from.left - to.left) <= mostAside && Math.abs(from.top - to.top) <= mostAbove;
}

/** Lets a card that is drawn at its place come there from where the hand let go of it. */
export function settle({ card, from, tilt }: Flight, to: Place): void {
  const row = cardElement(card.id)?.closest("li");
  if (!row) return;
  const start = `${from.left - to.left}px ${from.top - to.top}px`;
  const animation = row.animate(
    [
      { translate: start, rotate: `${tilt}deg` },
      { translate: "0 0", rotate: "0deg" },
    ],
    { duration: flightTime.own, easing: flightEasing },
  );
  // Over the cards below it.
  row.style.zIndex = "1";
  const end = () => {
    row.style.zIndex = "";
  };
  animation.addEventListener("finish", end);
  animation.addEventListener("cancel", end);
}
