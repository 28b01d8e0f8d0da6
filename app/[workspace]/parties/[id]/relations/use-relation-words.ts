"use client";

import { useTranslations } from "next-intl";
import { mutualTypes, type RelationshipType } from "@/domain/party-roles";

type Directed = { typeCode: RelationshipType; isFrom: boolean };

/** What the other end of a relationship is to the party: "works here", "employer". */
export function useRelationWords(): (relation: Directed) => string {
  const t = useTranslations("party.relations.types");
  return ({ typeCode, isFrom }) =>
    t(`${typeCode}.${isFrom || mutualTypes.has(typeCode) ? "to" : "from"}`);
}
