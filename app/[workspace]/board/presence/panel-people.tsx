"use client";

import { useTranslations } from "next-intl";
import { useCardPresence } from "@/app/_realtime/use-presence";
import { useFormat } from "@/app/_ui/format/use-format";
import { OpenedBy } from "../../presence/opened-by";
import { useKnownPeople } from "./use-known-people";

const none: readonly string[] = [];

/** Who else has this opportunity open, in the head of its panel. */
export function PanelPeople({ opportunityId }: { opportunityId: string }) {
  const t = useTranslations("board.presence");
  const format = useFormat();
  const people = useKnownPeople(useCardPresence(opportunityId)?.openedBy ?? none);
  const names = format.list(people.map(({ name }) => name));
  return <OpenedBy people={people} label={t("openedBy", { names })} />;
}
