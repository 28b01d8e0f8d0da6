"use client";

import { ChevronDown, Group } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, lazy } from "react";
import { Button } from "@/app/_ui/button";
import { DeferredMenu } from "@/app/_ui/popup/deferred-menu";

const load = () => import("./group-menu-popup");
const GroupMenuPopup = lazy(() => load().then((module) => ({ default: module.GroupMenuPopup })));

/** The button that says what the columns stand for. */
export function GroupMenu(props: Omit<ComponentProps<typeof GroupMenuPopup>, "popup">) {
  const t = useTranslations("query.group");
  return (
    <DeferredMenu
      preload={load}
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
