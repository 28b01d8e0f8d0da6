"use client";

import { ExternalLink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { CopyField } from "./copy-field";

const never = () => () => {};

/** Where the page is, and what to put into another site to show it there. */
export function PageAddress({ slug, isOpen }: { slug: string; isOpen: boolean }) {
  const t = useTranslations("settings.contactPage");
  const locale = useLocale();
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => "",
  );
  const address = `${origin}/contact/${slug}`;
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          href={`/contact/${slug}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-8 items-center gap-1.5 font-medium text-accent-text underline-offset-4 hover:underline pointer-coarse:min-h-11"
        >
          {t("visit")}
          <ExternalLink size={14} />
        </a>
        <span className="text-muted">{isOpen ? t("isOpen") : t("isClosed")}</span>
      </p>
      <CopyField label={t("address")} value={address} />
      <CopyField
        label={t("script")}
        hint={t("scriptHint")}
        value={`<script src="${address}/embed.js"></script>`}
      />
      <CopyField
        label={t("frame")}
        hint={t("frameHint")}
        value={`<iframe src="${address}?lang=${locale}" title="${t("frameTitle")}" loading="lazy" style="width:100%;height:900px;border:0"></iframe>`}
      />
    </div>
  );
}
