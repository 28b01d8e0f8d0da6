"use client";

import { useTranslations } from "next-intl";
import { useCardPresence } from "@/app/_realtime/use-presence";
import { Avatar, hueStyle } from "@/app/_ui/avatar";
import { hueOf } from "@/app/_ui/color/hue";
import { useFormat } from "@/app/_ui/format/use-format";
import type { CardPresence } from "@/domain/presence";
import { type KnownPerson, useKnownPeople } from "./use-known-people";

/** As many as fit beside the tag of whoever holds the card. */
const mostShown = 3;

/**
 * What colleagues do with a card, at its edge. It listens by itself, so that the card is not drawn
 * anew when somebody comes or goes.
 */
export function CardPeople({ cardId }: { cardId: string }) {
  const presence = useCardPresence(cardId);
  return presence && <People presence={presence} />;
}

function People({ presence }: { presence: CardPresence }) {
  const t = useTranslations("board.presence");
  const format = useFormat();
  const holders = useKnownPeople(presence.heldBy);
  const openers = useKnownPeople(presence.openedBy);
  const first = holders[0] ?? openers[0];
  const namesOf = (people: readonly KnownPerson[]) => format.list(people.map(({ name }) => name));
  if (first === undefined) return null;
  return (
    <>
      <span
        aria-hidden="true"
        className="hue-line pointer-events-none absolute inset-0 z-1 arrive-hint rounded-8 border-2"
        style={hueStyle(hueOf(first.name))}
      />
      {holders.length > 0 && (
        <span
          className="name-tag pointer-events-none absolute -top-2 left-2 z-4 max-w-[80%] arrive-hint truncate rounded-6 px-1.5 font-medium text-12"
          style={hueStyle(hueOf(first.name))}
        >
          {t("moving", { names: namesOf(holders), count: holders.length })}
        </span>
      )}
      {openers.length > 0 && (
        <span
          role="img"
          aria-label={t("openedBy", { names: namesOf(openers) })}
          data-tooltip={t("openedBy", { names: namesOf(openers) })}
          className="absolute -top-2 right-2 z-3 flex arrive-hint -space-x-1.5 pointer-coarse:right-11"
        >
          {openers.slice(0, mostShown).map(({ id, name }) => (
            <Avatar key={id} name={name} size="sm" decorative className="ring-2 ring-surface" />
          ))}
        </span>
      )}
    </>
  );
}
