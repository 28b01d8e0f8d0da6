"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way back for somebody who was invited and needs no workspace of their own. */
export function ElsewhereLink() {
  const t = useTranslations("setup.welcome");
  return (
    <p className="mt-8">
      <Link
        href="/welcome"
        className="inline-flex items-center rounded-6 font-medium text-accent-text underline-offset-4 hover:underline pointer-coarse:min-h-11"
      >
        {t("toList")}
      </Link>
    </p>
  );
}
