"use client";

import { ChevronDown, Group } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { deferred } from "@/app/_late/deferred";
import { Button } from "@/app/_ui/button";
import { DeferredMenu } from "@/app/_ui/popup/deferred-menu";

const [GroupMenuPopup, preload] = deferred(
  async () => (await import("./group-menu-popup")).GroupMenuPopup,
);

/** The button that says what the columns stand for. */
export function GroupMenu(props: Omit<ComponentProps<typeof GroupMenuPopup>, "popup">) {
  const t = useTranslations("query.group");
  return (
    <DeferredMenu
      preload={preload}
      trigger={(trigger) => (
        <Button
          {...trigger}
          variant="ghost"
          icon={<Group size={16} />}
          trailing={<ChevronDown size={14} />}
        >
          <span className="sr-only">{t("label")} </span>
          {t(props.group)}
        </Button>
      )}
    >
      {(popup) => <GroupMenuPopup popup={popup} {...props} />}
    </DeferredMenu>
  );
}
