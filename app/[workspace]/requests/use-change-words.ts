"use client";

import { useLocale, useTranslations } from "next-intl";
import type { CustomerChange } from "@/domain/customer-request-answers";
import type { ChangedValues } from "@/domain/my-page";
import { languageName } from "../parties/[id]/fields/use-party-words";

/** How a correction reads: what it is about, and its old and its new value. */
export function useChangeWords() {
  const t = useTranslations("request");
  const locale = useLocale();

  function wordsOf(field: CustomerChange["field"], values: ChangedValues): string | null {
    switch (field) {
      case "name": {
        const { salutation, title, given_name, family_name, name } = values;
        return joined([salutation, title, given_name, family_name, name], " ");
      }
      case "language":
        return values.language ? languageName(values.language, locale) : null;
      case "address":
        return values.address ? addressLines(values.address, locale) : null;
      case "may_contact":
        return permission(values.may_contact);
      default:
        return joined([values.value, values.extension], " ext. ");
    }
  }

  function permission(may: boolean | null | undefined): string {
    if (may === true) return t("mayContact.yes");
    return t(may === false ? "mayContact.no" : "mayContact.unknown");
  }

  return {
    what({ field, op, before }: CustomerChange): string {
      const what = t(`what.${field}`, { op });
      return field === "may_contact" && before.value ? `${what}: ${before.value}` : what;
    },
    /** Null: there was or is to be nothing. */
    before: ({ field, op, before }: CustomerChange) =>
      op === "add" ? null : wordsOf(field, before),
    after: ({ field, op, after }: CustomerChange) =>
      op === "remove" ? null : wordsOf(field, after),
  };
}

function joined(parts: readonly (string | null | undefined)[], separator: string): string | null {
  return parts.filter(Boolean).join(separator) || null;
}

function addressLines(address: Record<string, string>, locale: string): string | null {
  const { street, extra, postalCode, city, region, country } = address;
  const land = country && new Intl.DisplayNames(locale, { type: "region" }).of(country);
  return joined([extra, street, joined([postalCode, city], " "), region, land], "\n");
}
