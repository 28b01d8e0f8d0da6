"use client";

import { type Messages, NextIntlClientProvider, useLocale, useTranslations } from "next-intl";
import { type CSSProperties, useState } from "react";
import { cx } from "@/app/_ui/cx";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { PublicHead } from "@/app/contact/_shell/public-head";
import { ContactForm } from "@/app/contact/[slug]/contact-form";
import { PageFoot } from "@/app/contact/[slug]/page-foot";
import { PageWords } from "@/app/contact/[slug]/page-words";
import type { ContactPage } from "@/domain/contact-page";
import { accentOf } from "../../accent";

/** What the form says, in both languages: customers may read another one than members do. */
export type PreviewWords = Record<"de" | "en", Pick<Messages, "common" | "contactPage" | "errors">>;

type PagePreviewProps = { page: ContactPage; words: PreviewWords };

/** The very form that customers get, before it is saved; nothing in it works. */
export function PagePreview({ page, words }: PagePreviewProps) {
  const t = useTranslations("settings.contactPage");
  const [locale, setLocale] = useState<"de" | "en">(useLocale() === "en" ? "en" : "de");
  const [scheme, setScheme] = useState<"light" | "dark">("light");
  const { hue, chroma } = accentOf(page.accentHue);
  // React's CSSProperties know no custom properties.
  const style = { "--accent-hue": hue, "--accent-chroma": chroma } as CSSProperties;
  return (
    <aside
      aria-label={t("preview.title")}
      className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-6rem)] lg:self-start"
    >
      <div className="flex flex-wrap gap-2">
        <SegmentedControl
          label={t("preview.language")}
          value={locale}
          segments={(["de", "en"] as const).map((value) => ({
            value,
            label: t(`languages.${value}`),
          }))}
          onValueChange={setLocale}
        />
        <SegmentedControl
          label={t("preview.scheme")}
          value={scheme}
          segments={(["light", "dark"] as const).map((value) => ({
            value,
            label: t(`preview.schemes.${value}`),
          }))}
          onValueChange={setScheme}
        />
      </div>
      <div
        data-accent=""
        style={style}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        className={cx(
          scheme === "dark" ? "scheme-dark" : "scheme-light",
          "min-h-0 overflow-y-auto rounded-10 border border-hairline bg-canvas text-text shadow-card",
        )}
      >
        <NextIntlClientProvider locale={locale} messages={words[locale]} timeZone={page.timeZone}>
          <div
            inert
            lang={locale}
            className="flex flex-col px-5 py-6 text-16 leading-6 [--control-lg:48px] [--control-md:48px]"
          >
            <PublicHead workspace={page.workspace} logo={page.logo} />
            <PageWords page={page} locale={locale} />
            <ContactForm page={page} locale={locale} id="" thanks={null} />
            <div className="mt-10 flex flex-wrap gap-x-6 gap-y-2 border-t border-hairline pt-5 text-14 text-muted">
              <PageFoot locale={locale} privacyUrl={page.privacyUrl} />
            </div>
          </div>
        </NextIntlClientProvider>
      </div>
    </aside>
  );
}
