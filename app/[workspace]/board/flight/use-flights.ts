"use client";

import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { cardRect } from "../column/column-registry";
import { flightCode } from "../late-parts";
import type { Flight, Place } from "./flight";

export type Landing = Flight & { readonly to: Place };

const still = "(prefers-reduced-motion: reduce)";

/**
 * Cards on their way. `launch` says where one was; the next rendering knows where it belongs, and
 * it flies there. Above the columns, which would cut it off at their edges; where nothing would be
 * cut off, the card itself moves, because a picture of it would be drawn in the frame of the drop.
 */
export function useFlights() {
  const waiting = useRef<Flight[]>([]);
  const nearby = useRef<(Flight & { to: Place })[]>([]);
  const [flights, setFlights] = useState<readonly Landing[]>([]);

  // After every rendering: only then a launched card stands at its new place.
  useLayoutEffect(() => {
    if (waiting.current.length > 0) fly(waiting.current.splice(0));
    for (const flight of nearby.current.splice(0)) flightCode()?.settle(flight, flight.to);
  });

  function fly(flights: readonly Flight[]) {
    const launched = flights.flatMap((flight): Landing[] => {
      const to = flight.to ?? cardRect(flight.card.id);
      return to && isFar(flight.from, to) ? [{ ...flight, to }] : [];
    });
    if (launched.length === 0) return;
    const ids = new Set(launched.map(({ card }) => card.id));
    setFlights((flying) => [...flying.filter(({ card }) => !ids.has(card.id)), ...launched]);
  }

  return {
    flights,
    flyingIds: useMemo(() => new Set(flights.map(({ card }) => card.id)), [flights]),
    launch(flight: Flight) {
      const { from, to } = flight;
      const code = flightCode();
      if (!code || window.matchMedia(still).matches) return;
      if (to && code.isNearby(from, to)) nearby.current.push({ ...flight, to });
      else if (to) fly([flight]);
      else waiting.current.push(flight);
    },
    land(landing: Landing) {
      setFlights((flying) => flying.filter((one) => one !== landing));
    },
  };
}

function isFar(from: Flight["from"], to: Place): boolean {
  return Math.hypot(from.left - to.left, from.top - to.top) > 2;
}
