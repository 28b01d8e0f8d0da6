"use client";

import { useTranslations } from "next-intl";
import { isRoleCode } from "@/domain/party-roles";
import { useOpened } from "../party-context";

/** How a role is called: by the interface, or by the workspace that made it. */
export function useRoleName(): (code: string) => string {
  const t = useTranslations("party.roles");
  const { roleTypes } = useOpened().opened;
  return (code) =>
    isRoleCode(code)
      ? t(`names.${code}`)
      : (roleTypes.find((type) => type.code === code)?.name ?? code);
}
