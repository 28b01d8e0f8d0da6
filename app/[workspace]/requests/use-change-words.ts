"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ShownChange } from "@/domain/customer-request-answers";
import type { ChangedValues } from "@/domain/my-page";
import { languageName } from "../parties/[id]/fields/use-party-words";

/** How a correction reads: what it is about, and its old and its new value. */
export function useChangeWords() {
  const t = useTranslations("request");
  const locale = useLocale();

  function wordsOf(
    { field }: ShownChange,
    values: ChangedValues,
    shown: string | null,
  ): string | null {
    if (field === "language") return values.language ? languageName(values.language, locale) : null;
    return field === "may_contact" ? permission(values.may_contact) : shown;
  }

  function permission(may: boolean | null | undefined): string {
    if (may === true) return t("mayContact.yes");
    return t(may === false ? "mayContact.no" : "mayContact.unknown");
  }

  return {
    what({ field, op, before }: ShownChange): string {
      const what = t(`what.${field}`, { op });
      return field === "may_contact" && before.value ? `${what}: ${before.value}` : what;
    },
    /** Null: there was or is to be nothing. */
    before: (change: ShownChange) =>
      change.op === "add" ? null : wordsOf(change, change.before, change.shownBefore),
    after: (change: ShownChange) =>
      change.op === "remove" ? null : wordsOf(change, change.after, change.shownAfter),
  };
}
