"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { buttonStyle } from "@/app/_ui/button-style";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import { accentOf } from "../../accent";

/** How the workspace looks with a hue, in both appearances; a picture, nothing in it works. */
export function AccentPreview({ hue }: { hue: number }) {
  const t = useTranslations("settings.workspace");
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-13 font-medium">{t("preview")}</figcaption>
      <div className="grid gap-3 sm:grid-cols-2" aria-hidden="true">
        <Sample hue={hue} scheme="light" />
        <Sample hue={hue} scheme="dark" />
      </div>
    </figure>
  );
}

function Sample({ hue, scheme }: { hue: number; scheme: "light" | "dark" }) {
  const t = useTranslations("settings.workspace");
  const format = useFormat();
  const accent = accentOf(hue);
  const style = {
    "--accent-hue": accent.hue,
    "--accent-chroma": accent.chroma,
    // React's CSSProperties know no custom properties.
  } as CSSProperties;
  return (
    <div
      data-accent=""
      style={style}
      className={cx(
        scheme === "dark" ? "scheme-dark" : "scheme-light",
        "flex flex-col gap-3 rounded-10 border border-hairline bg-canvas p-4 text-text",
      )}
    >
      <div className="flex items-center justify-between gap-2">
        <Badge tone="accent">{t("previewStage")}</Badge>
        <span className={buttonStyle("primary", "sm")}>
          <Plus size={16} />
          {t("previewAction")}
        </span>
      </div>
      <div className="rounded-8 border border-hairline bg-surface p-3 shadow-card outline-2 outline-offset-2 outline-ring">
        <p className="text-13 text-muted">{t("previewCustomer")}</p>
        <p className="font-medium">{t("previewName")}</p>
        <p className="mt-2 flex items-center justify-between tabular">
          {format.money("48000", "EUR", { trim: true })}
          <Avatar name="Anna Keller" size="sm" decorative />
        </p>
      </div>
    </div>
  );
}
