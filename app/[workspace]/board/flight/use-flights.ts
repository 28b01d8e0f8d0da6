"use client";

import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { cardRect } from "../column/column-registry";
import { canFly } from "../late-parts";
import type { Flight, Place } from "./flight";

export type Landing = Flight & { readonly to: Place };

const still = "(prefers-reduced-motion: reduce)";

/**
 * Cards on their way. `launch` says where one was; the next rendering knows where it belongs, and
 * it flies there. Above the columns, which would cut it off at their edges.
 */
export function useFlights() {
  const waiting = useRef<Flight[]>([]);
  const [flights, setFlights] = useState<readonly Landing[]>([]);

  // After every rendering: only then a launched card stands at its new place.
  useLayoutEffect(() => {
    if (waiting.current.length > 0) fly(waiting.current.splice(0));
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
      if (!canFly() || window.matchMedia(still).matches) return;
      if (flight.to) fly([flight]);
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
