"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { TextField } from "@/app/_ui/field/text-field";

const never = () => () => {};

/** Where the page is, and what to put into another site to show it there. */
export function PageAddress({ slug, isOpen }: { slug: string; isOpen: boolean }) {
  const t = useTranslations("settings.contactPage");
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
          {address}
          <ExternalLink size={14} />
        </a>
        <span className="text-muted">{isOpen ? t("isOpen") : t("isClosed")}</span>
      </p>
      <TextField
        label={t("embed")}
        hint={t("embedHint")}
        readOnly
        value={`<script src="${address}/embed.js"></script>`}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}
