"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { leadSourceCodes } from "@/domain/lead-source";
import { isRoleCode } from "@/domain/party-roles";
import type { ListWords } from "./list-context";
import type { ListFrame } from "./rows";

/** Classes that the interface names; the others were named by the workspace. */
const namedClasses = [
  "BLACKLIST",
  "VALUE_A",
  "VALUE_B",
  "VALUE_C",
  "SIZE_MICRO",
  "SIZE_SMALL",
  "SIZE_MEDIUM",
  "SIZE_LARGE",
] as const;

/** Words for the codes and ids of a list. */
export function useWords(frame: ListFrame | null, now: Date): ListWords {
  const roles = useTranslations("party.roles.names");
  const classes = useTranslations("party.classes.names");
  const sources = useTranslations("opportunity.sources");
  return useMemo(() => {
    const members = new Map(frame?.members.map(({ id, name }) => [id, name]));
    const own = new Map(
      [...(frame?.roleTypes ?? []), ...(frame?.classes ?? [])].map(({ code, name }) => [
        code,
        name,
      ]),
    );
    return {
      now,
      memberName: (id) => (id === null ? undefined : members.get(id)),
      roleName: (code) => (isRoleCode(code) ? roles(code) : (own.get(code) ?? code)),
      className: (code) => {
        const named = namedClasses.find((one) => one === code);
        return named ? classes(named) : (own.get(code) ?? code);
      },
      sourceName: (code) => {
        const known = leadSourceCodes.find((one) => one === code);
        return known ? sources(known) : (code ?? "");
      },
    };
  }, [frame, now, roles, classes, sources]);
}
