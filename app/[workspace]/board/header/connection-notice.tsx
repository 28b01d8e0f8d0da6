"use client";

import { CloudOff, LogIn, MessageCircleQuestion, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Connection } from "@/app/_realtime/board-sync";
import { useOutbox } from "@/app/_realtime/use-board";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { LinkButton } from "@/app/_ui/link-button";
import { LazyOutboxDialog } from "../outbox/lazy-outbox-dialog";

/** Short breaks mend themselves before anyone has read about them, ms. */
const patience = 2_500;

/**
 * What is the matter while the board is not live, and what is safe; across the page. What waited
 * without a connection and came back unwritten is asked about in a dialog.
 */
export function ConnectionNotice({ connection }: { connection: Connection }) {
  const { waiting, unsettled, isKept } = useOutbox();
  const [isAsking, setIsAsking] = useState(false);
  const hasUnsettled = unsettled.length > 0;
  useEffect(() => setIsAsking(hasUnsettled && !isTyping()), [hasUnsettled]);
  return (
    <>
      <Notice
        connection={connection}
        waiting={waiting}
        unsettled={unsettled.length}
        isKept={isKept}
        onDecide={() => setIsAsking(true)}
      />
      {hasUnsettled && (
        <LazyOutboxDialog
          open={isAsking}
          unsettled={unsettled}
          onLater={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

type NoticeProps = {
  connection: Connection;
  /** How many changes wait for the server, and how many for their author. */
  waiting: number;
  unsettled: number;
  /** Whether all of them are kept when this page is left. */
  isKept: boolean;
  onDecide: () => void;
};

function Notice({ connection, waiting, unsettled, isKept, onDecide }: NoticeProps) {
  const t = useTranslations("board");
  // What is written may not get through although what others write still arrives.
  const isAway = connection === "offline" || (connection !== "signed-out" && waiting > 0);
  const isLong = useLasting(isAway || connection === "catching-up");
  const where = isKept ? "connection.waiting" : "connection.waitingHere";
  const kept = waiting > 0 ? ` ${t(where, { count: waiting })}` : "";
  if (connection === "signed-out") {
    return (
      <Strip icon={<LogIn size={16} />} text={t("connection.signed-out.notice") + kept}>
        {/* Beside this page, on which everything typed stays as it is. */}
        <LinkButton href="/sign-in" target="_blank" size="sm">
          {t("connection.signed-out.action")}
        </LinkButton>
      </Strip>
    );
  }
  if (isAway && isLong) {
    return <Strip icon={<CloudOff size={16} />} text={t("connection.offline.notice") + kept} />;
  }
  if (unsettled > 0) {
    return (
      <Strip
        icon={<MessageCircleQuestion size={16} />}
        text={t("outbox.notice", { count: unsettled })}
      >
        <Button size="sm" onClick={onDecide}>
          {t("outbox.decide")}
        </Button>
      </Strip>
    );
  }
  if (connection !== "catching-up" || !isLong) return null;
  return <Strip icon={<RefreshCw size={16} />} text={t("connection.catching-up.notice")} />;
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

/** A dialog would take the focus away from their words. */
function isTyping(): boolean {
  return document.activeElement?.matches("input, textarea, [contenteditable]") ?? false;
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
