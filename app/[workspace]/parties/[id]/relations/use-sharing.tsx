"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import type { MenuEntry } from "@/app/_ui/popup/menu";
import type { RelationshipType } from "@/domain/party-roles";
import { isOver, type Opened, useOpened } from "../party-context";
import { usePartyActions } from "../use-party-actions";

type Sharing = { entry: MenuEntry; names: { person: string; company: string } };

const sharingTypes: ReadonlySet<RelationshipType> = new Set(["CONTACT_REL", "EMPLOYMENT"]);

/** Lets a person see what is shared of their company, or no longer; null for other relationships. */
export function useSharing(relation: Opened["relations"][number]): Sharing | null {
  const t = useTranslations("party.relations");
  const client = useTRPCClient();
  const { opened, today } = useOpened();
  const { undoable } = usePartyActions();
  const { id, version, typeCode, isFrom, sharesPage, valid } = relation;
  const [company, person] = isFrom
    ? [opened.party, relation.party]
    : [relation.party, opened.party];
  const isPossible =
    sharingTypes.has(typeCode) && company.kind === "organization" && person.kind === "person";
  if (!isPossible || isOver(valid, today)) return null;

  const names = { person: person.name, company: company.name };
  const set = (seen: number, wanted: boolean) => () =>
    client.partyRelationship.setSharing.mutate({ id, version: seen, sharesPage: wanted });
  const entry: MenuEntry = {
    label: t(sharesPage ? "unshare" : "share"),
    icon: sharesPage ? <EyeOff size={16} /> : <Eye size={16} />,
    onSelect: () =>
      void undoable(
        t(sharesPage ? "unshared" : "shared", names),
        set(version, !sharesPage),
        set(version + 1, sharesPage),
      ),
  };
  return { entry, names };
}
