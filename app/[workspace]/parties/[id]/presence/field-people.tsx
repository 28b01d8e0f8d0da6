"use client";

import { useTranslations } from "next-intl";
import { useCardPresence } from "@/app/_realtime/use-presence";
import { useFormat } from "@/app/_ui/format/use-format";
import { InField } from "../../../presence/in-field";
import { useOpened } from "../party-context";
import { useKnownPeople } from "./use-known-people";

const none: readonly string[] = [];

/** Who else is in a field of the party. Needs a `relative` row. */
export function FieldPeople({ field }: { field: string }) {
  const t = useTranslations("party.presence");
  const format = useFormat();
  const { id } = useOpened().opened.party;
  const people = useKnownPeople(useCardPresence(id)?.fields[field] ?? none);
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
