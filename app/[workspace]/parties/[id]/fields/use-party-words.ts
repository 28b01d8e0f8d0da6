"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { leadSourceCodes } from "@/domain/lead-source";
import { useOpened } from "../party-context";

/** How the value of a field of a party reads, in conflicts and in the history. */
export function usePartyWords() {
  const t = useTranslations("party");
  const sources = useTranslations("opportunity.sources");
  const locale = useLocale();
  const format = useFormat();
  const { opened, memberName } = useOpened();
  const { revenueCurrency } = opened.party;
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("none");
    const text = String(value);
    switch (field) {
      case "ownerId":
        return memberName(text) ?? t("formerMember");
      case "birthday":
        return format.date(text);
      case "employees":
        return format.decimal(text);
      case "revenue":
        return revenueCurrency === null
          ? format.decimal(text)
          : format.money(text, revenueCurrency, { trim: true });
      case "source": {
        const code = leadSourceCodes.find((one) => one === text);
        return code ? sources(code) : text;
      }
      case "status":
        return t(text === "inactive" ? "status.inactive" : "status.active");
      case "language":
        return languageName(text, locale);
      default:
        return text;
    }
  };
}

/** "Deutsch"; a code that nobody named stays as it is. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(code) ?? code;
}
