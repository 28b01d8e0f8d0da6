"use client";

import { useTranslations } from "next-intl";
import { useCardPresence, useShowOpen } from "@/app/_realtime/use-presence";
import { useFormat } from "@/app/_ui/format/use-format";
import { OpenedBy } from "../../../presence/opened-by";
import { useWorkspace } from "../../../workspace-context";
import { useOpened } from "../party-context";
import { useKnownPeople } from "./use-known-people";
import { partyTopic } from "./use-party-presence";

const none: readonly string[] = [];

/** Shows others that the party is open here, and who else has it open. */
export function PartyPeople() {
  const t = useTranslations("party.presence");
  const format = useFormat();
  const { workspaceId } = useWorkspace();
  const { id } = useOpened().opened.party;
  useShowOpen(id, partyTopic(workspaceId));
  const people = useKnownPeople(useCardPresence(id)?.openedBy ?? none);
  const names = format.list(people.map(({ name }) => name));
  return <OpenedBy people={people} label={t("openedBy", { names })} />;
}
