"use client";

import { useTranslations } from "next-intl";
import { useCardPresence } from "@/app/_realtime/use-presence";
import { useFormat } from "@/app/_ui/format/use-format";
import { InField } from "../../presence/in-field";
import { useKnownPeople } from "./use-known-people";

type FieldPeopleProps = { opportunityId: string; field: string };

const none: readonly string[] = [];

/** Who else is in a field of the opportunity. Needs a `relative` row. */
export function FieldPeople({ opportunityId, field }: FieldPeopleProps) {
  const t = useTranslations("board.presence");
  const format = useFormat();
  const people = useKnownPeople(useCardPresence(opportunityId)?.fields[field] ?? none);
  const [first] = people;
  if (first === undefined) return null;
  const names = format.list(people.map(({ name }) => name));
  return (
    <InField
      first={first.name}
      names={names}
      text={t("inField", { names, count: people.length })}
    />
  );
}
