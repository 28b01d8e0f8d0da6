"use client";

import { useTranslations } from "next-intl";
import { useCardPresence } from "@/app/_realtime/use-presence";
import { Avatar } from "@/app/_ui/avatar";
import { useFormat } from "@/app/_ui/format/use-format";
import { useKnownPeople } from "./use-known-people";

const none: readonly string[] = [];
const mostShown = 3;

/** Who else has this opportunity open, in the head of its panel. */
export function PanelPeople({ opportunityId }: { opportunityId: string }) {
  const t = useTranslations("board.presence");
  const format = useFormat();
  const people = useKnownPeople(useCardPresence(opportunityId)?.openedBy ?? none);
  if (people.length === 0) return null;
  const label = t("openedBy", { names: format.list(people.map(({ name }) => name)) });
  return (
    <span
      role="img"
      aria-label={label}
      data-tooltip={label}
      className="flex shrink-0 arrive-hint -space-x-1.5"
    >
      {people.slice(0, mostShown).map(({ id, name }) => (
        <Avatar key={id} name={name} decorative className="ring-2 ring-surface" />
      ))}
    </span>
  );
}
