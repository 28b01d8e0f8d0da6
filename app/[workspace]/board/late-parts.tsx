"use client";

import { type ComponentProps, useEffect } from "react";
import { late, useLate } from "@/app/_late/late";
import { preloadCardMenu } from "./card/card-menu";
import { preloadLostDialog } from "./closing/lazy-lost-dialog";
import { preloadFoldedColumn } from "./column/lazy-folded-column";
import { preloadOutboxDialog } from "./outbox/lazy-outbox-dialog";
import { preloadPanel } from "./panel/lazy-opportunity-panel";
import { preloadQuickAdd } from "./quick-add/lazy-quick-add";

const extras = late(() => import("./extras"));
type Extras = typeof import("./extras");
type FlightCode = Pick<Extras, "isNearby" | "settle">;
type PropsOf<Name extends Exclude<keyof Extras, keyof FlightCode>> = ComponentProps<Extras[Name]>;

/** What moves cards to their places; null until it is here. */
export function flightCode(): FlightCode | null {
  return extras.current();
}

export function LateAccessEnded() {
  const parts = useLate(extras);
  return parts && <parts.AccessEnded />;
}

export function LateBoardError(props: PropsOf<"BoardError">) {
  const parts = useLate(extras);
  return parts && <parts.BoardError {...props} />;
}

export function LateCardPeople(props: PropsOf<"CardPeople">) {
  const parts = useLate(extras);
  return parts && <parts.CardPeople {...props} />;
}

export function LateNameTag(props: PropsOf<"NameTag">) {
  const parts = useLate(extras);
  return parts && <parts.NameTag {...props} />;
}

export function LateCelebration(props: PropsOf<"Celebration">) {
  const parts = useLate(extras);
  return parts && <parts.Celebration {...props} />;
}

export function LateClosingZones(props: PropsOf<"ClosingZones">) {
  const parts = useLate(extras);
  return parts && <parts.ClosingZones {...props} />;
}

export function LateFlightLayer(props: PropsOf<"FlightLayer">) {
  const parts = useLate(extras);
  return parts && <parts.FlightLayer {...props} />;
}

export function LateConnectionNotice(props: PropsOf<"ConnectionNotice">) {
  const parts = useLate(extras);
  return parts && <parts.ConnectionNotice {...props} />;
}

export function LatePeopleHere() {
  const parts = useLate(extras);
  return parts && <parts.PeopleHere />;
}

export function LateSelectionBar(props: PropsOf<"SelectionBar">) {
  const parts = useLate(extras);
  return parts && <parts.SelectionBar {...props} />;
}

/** After the board is live and has become quiet, ms. */
const patience = 3_000;

/** Once there is no line, code cannot be fetched: what one works with then comes before. */
export function useOfflineCode(isLive: boolean): void {
  useEffect(() => {
    if (!isLive) return;
    const timer = setTimeout(() => {
      preloadPanel();
      preloadQuickAdd();
      preloadCardMenu();
      preloadLostDialog();
      preloadOutboxDialog();
      preloadFoldedColumn();
    }, patience);
    return () => clearTimeout(timer);
  }, [isLive]);
}
