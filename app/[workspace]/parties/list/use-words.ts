"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { leadSourceCodes } from "@/domain/lead-source";
import { isNamedClass } from "@/domain/party-classes";
import { isRoleCode } from "@/domain/party-roles";
import type { ListWords } from "./list-context";
import type { ListFrame } from "./rows";

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
      className: (code) => (isNamedClass(code) ? classes(code) : (own.get(code) ?? code)),
      sourceName: (code) => {
        const known = leadSourceCodes.find((one) => one === code);
        return known ? sources(known) : (code ?? "");
      },
    };
  }, [frame, now, roles, classes, sources]);
}
