"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { buttonStyle } from "@/app/_ui/button-style";
import { EmptyState } from "@/app/_ui/empty-state";
import { announce } from "@/app/_ui/live-region";

/** In place of the board of somebody who is no longer a member: nothing of it is left. */
export function AccessEnded() {
  const t = useTranslations("board.removed");
  const queryClient = useQueryClient();
  const title = t("title");
  useEffect(() => {
    queryClient.clear();
    announce(title);
  }, [queryClient, title]);
  return (
    <EmptyState
      level={1}
      title={title}
      text={t("text")}
      action={
        // A full load: what this page still holds in memory goes with it.
        <a href="/" className={buttonStyle("primary", "md")}>
          {t("action")}
        </a>
      }
    />
  );
}
