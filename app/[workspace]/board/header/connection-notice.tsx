"use client";

import { CloudOff, LogIn, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Connection } from "@/app/_realtime/board-sync";
import { cx } from "@/app/_ui/cx";
import { LinkButton } from "@/app/_ui/link-button";

/** Short breaks mend themselves before anyone has read about them, ms. */
const patience = 2_500;

/** What is the matter while the board is not live, and what is safe; across the page. */
export function ConnectionNotice({ connection }: { connection: Connection }) {
  const t = useTranslations("board.connection");
  const isTrouble = connection !== "live" && connection !== "connecting";
  const isLong = useLasting(isTrouble && connection !== "signed-out");
  if (connection === "signed-out") {
    return (
      <Strip icon={<LogIn size={16} />} text={t("signed-out.notice")}>
        {/* Beside this page, on which everything typed stays as it is. */}
        <LinkButton href="/sign-in" target="_blank" size="sm">
          {t("signed-out.action")}
        </LinkButton>
      </Strip>
    );
  }
  if (!isTrouble || !isLong) return null;
  const Icon = connection === "offline" ? CloudOff : RefreshCw;
  return <Strip icon={<Icon size={16} />} text={t(`${connection}.notice`)} />;
}

function useLasting(isSo: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), patience);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && lasts;
}

type StripProps = { icon: React.ReactNode; text: string; children?: React.ReactNode };

/** An open panel must hide neither the words nor what to do: where both have no room, it is on top. */
const besidePanel =
  "in-[:has([data-panel])]:lg:pr-[calc(var(--panel-width)+1rem)] in-[:has([data-panel])]:max-lg:fixed in-[:has([data-panel])]:max-lg:inset-x-0 in-[:has([data-panel])]:max-lg:bottom-0 in-[:has([data-panel])]:max-lg:z-40 in-[:has([data-panel])]:max-lg:border-t in-[:has([data-panel])]:max-lg:pb-[max(0.375rem,env(safe-area-inset-bottom))]";

function Strip({ icon, text, children }: StripProps) {
  return (
    <div
      role="status"
      className={cx(
        "flex min-h-10 shrink-0 items-center gap-2.5 border-hairline border-b bg-amber-soft px-4 py-1.5 text-13 text-text",
        besidePanel,
      )}
    >
      <span className="shrink-0 text-amber-text">{icon}</span>
      <p className="min-w-0 flex-1 text-pretty">{text}</p>
      {children}
    </div>
  );
}
