"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { deferred } from "@/app/_late/deferred";
import { DeferredMenu } from "../popup/deferred-menu";

const [MoreMenu, preload] = deferred(async () => (await import("./more-menu")).MoreMenu);

/** The last target of the bar on phones, behind which everything else is. */
export function MoreButton(props: Omit<ComponentProps<typeof MoreMenu>, "popup">) {
  const t = useTranslations("frame");
  return (
    <DeferredMenu
      preload={preload}
      trigger={(trigger) => (
        <button
          {...trigger}
          type="button"
          className="flex h-full w-full flex-col items-center justify-center gap-0.5 text-muted"
        >
          <Ellipsis size={20} strokeWidth={1.75} />
          <span className="text-12">{t("more")}</span>
        </button>
      )}
    >
      {(popup) => <MoreMenu popup={popup} {...props} />}
    </DeferredMenu>
  );
}
