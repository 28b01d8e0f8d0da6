"use client";

import { useLayoutEffect, useRef } from "react";
import { useBoardFrame } from "../board-frame";
import { CardFace } from "../card/card-face";
import { useEventCallback } from "../use-event-callback";
import { flightEasing, flightTime } from "./flight";
import { NameTag } from "./name-tag";
import type { Landing } from "./use-flights";

type FlightLayerProps = {
  flights: readonly Landing[];
  onLanded: (landing: Landing) => void;
};

/** Cards that fly above the columns. */
export function FlightLayer({ flights, onLanded }: FlightLayerProps) {
  return flights.map((flight) => (
    <FlyingCard key={flight.card.id} flight={flight} onLanded={onLanded} />
  ));
}

function FlyingCard({
  flight,
  onLanded,
}: { flight: Landing } & Pick<FlightLayerProps, "onLanded">) {
  const { stageOf, memberName, moment } = useBoardFrame();
  const element = useRef<HTMLDivElement>(null);
  const { card, from, to, tilt, mover } = flight;
  const landed = useEventCallback(() => onLanded(flight));

  useLayoutEffect(() => {
    const start = `translate(${from.left - to.left}px, ${from.top - to.top}px) rotate(${tilt}deg)`;
    const animation = element.current?.animate(
      [{ transform: start }, { transform: "translate(0, 0) rotate(0)" }],
      {
        duration: mover === undefined ? flightTime.own : flightTime.remote,
        easing: flightEasing,
      },
    );
    animation?.addEventListener("finish", landed);
    return () => animation?.cancel();
  }, [from, to, tilt, mover, landed]);

  const stage = stageOf(card.stageId);
  if (!stage) return null;
  return (
    <div
      ref={element}
      data-flight={card.id}
      aria-hidden="true"
      className="pointer-events-none fixed z-30"
      style={{ left: to.left, top: to.top, width: to.width }}
    >
      <CardFace
        card={card}
        stage={stage}
        ownerName={memberName(card.ownerId)}
        moment={moment}
        className="bg-raised shadow-hand"
      />
      {mover !== undefined && <NameTag name={mover} />}
    </div>
  );
}
