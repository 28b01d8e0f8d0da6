"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import type { ContactPageSettings } from "@/domain/contact-page-settings-input";
import { textIn } from "@/domain/localized-text";

/** What customers would see, in either language, before it is saved. */
export function PagePreview({ page }: { page: Omit<ContactPageSettings, "version"> }) {
  const t = useTranslations("settings.contactPage");
  const [locale, setLocale] = useState<"de" | "en">(useLocale() === "en" ? "en" : "de");
  const fields = [
    t("preview.name"),
    t("preview.email"),
    ...(["company", "phone"] as const)
      .filter((name) => page.fields[name] !== "off")
      .map((name) => `${t(`fields.${name}`)}${page.fields[name] === "required" ? " *" : ""}`),
    t("preview.message"),
  ];
  return (
    <aside aria-label={t("preview.title")} className="flex min-w-0 flex-col gap-3">
      <SegmentedControl
        label={t("preview.title")}
        value={locale}
        segments={(["de", "en"] as const).map((value) => ({
          value,
          label: t(`languages.${value}`),
        }))}
        onValueChange={setLocale}
      />
      <div className="flex flex-col gap-3 rounded-10 border border-hairline bg-surface p-5 shadow-card">
        <p lang={page.titles ? locale : undefined} className="text-20 font-semibold">
          {page.titles ? textIn(page.titles, locale) : t("preview.standardTitle")}
        </p>
        <p
          lang={page.introductions ? locale : undefined}
          className="whitespace-pre-line text-muted"
        >
          {page.introductions ? textIn(page.introductions, locale) : t("preview.standardText")}
        </p>
        {fields.map((name) => (
          <div key={name} className="text-13">
            {name}
            <div className="mt-1 h-8 rounded-8 border border-edge" />
          </div>
        ))}
        {page.consentTexts && (
          <p lang={locale} className="flex gap-2 text-13">
            <span className="mt-0.5 size-4 shrink-0 rounded-4 border border-edge" />
            {textIn(page.consentTexts, locale)}
          </p>
        )}
      </div>
    </aside>
  );
}
