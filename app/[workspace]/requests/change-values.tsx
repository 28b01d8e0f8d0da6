"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import type { ShownChange } from "@/domain/customer-request-answers";
import { useChangeWords } from "./use-change-words";

/** The old and the new value, side by side. */
export function ChangeValues({ change }: { change: ShownChange }) {
  const t = useTranslations("request");
  const words = useChangeWords();
  const before = words.before(change);
  const after = words.after(change);
  return (
    <dl className="grid min-w-0 grid-cols-2 gap-x-4">
      <div className="min-w-0">
        <dt className="text-12 text-muted">{t("before")}</dt>
        <dd
          className={cx(
            "wrap-anywhere whitespace-pre-line",
            before === null ? "text-muted" : "line-through decoration-muted/60",
          )}
        >
          {before ?? t("nothing")}
        </dd>
      </div>
      <div className="min-w-0">
        <dt className="text-12 text-muted">{t("after")}</dt>
        <dd
          className={cx(
            "wrap-anywhere whitespace-pre-line",
            after === null ? "text-muted" : "font-medium",
          )}
        >
          {after ?? t("gone")}
        </dd>
      </div>
    </dl>
  );
}
