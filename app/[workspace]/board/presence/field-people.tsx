"use client";

import { useTranslations } from "next-intl";
import { useCardPresence } from "@/app/_realtime/use-presence";
import { hueStyle } from "@/app/_ui/avatar";
import { hueOf } from "@/app/_ui/color/hue";
import { useFormat } from "@/app/_ui/format/use-format";
import { useKnownPeople } from "./use-known-people";

type FieldPeopleProps = { opportunityId: string; field: string };

const none: readonly string[] = [];

/** Who else is in a field of the opportunity: a coloured edge and their name. Needs a `relative` row. */
export function FieldPeople({ opportunityId, field }: FieldPeopleProps) {
  const t = useTranslations("board.presence");
  const format = useFormat();
  const people = useKnownPeople(useCardPresence(opportunityId)?.fields[field] ?? none);
  const [first] = people;
  if (first === undefined) return null;
  const names = format.list(people.map(({ name }) => name));
  return (
    <span className="arrive-hint" style={hueStyle(hueOf(first.name))}>
      <span
        aria-hidden="true"
        className="hue-line pointer-events-none absolute inset-y-0 -left-2 border-l-3"
      />
      <span className="name-tag pointer-events-none absolute -top-2 right-2 z-1 max-w-[60%] truncate rounded-6 px-1.5 font-medium text-12">
        <span aria-hidden="true">{names}</span>
        <span className="sr-only">{t("inField", { names, count: people.length })}</span>
      </span>
    </span>
  );
}
