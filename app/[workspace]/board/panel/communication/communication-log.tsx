"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useBoardFrame } from "../../board-frame";
import { undoTime, useDeletions } from "../../use-deletions";
import { CommunicationForm } from "./communication-form";
import { CommunicationItem } from "./communication-item";
import { type CommunicationText, useCommunications } from "./use-communications";

/** What was said and written about an opportunity, newest first; what others add appears by itself. */
export function CommunicationLog({ opportunityId }: { opportunityId: string }) {
  const t = useTranslations("communication");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const toast = useToast();
  const { memberName, moment } = useBoardFrame();
  const log = useCommunications(opportunityId);
  const [lost, setLost] = useState<{ text: CommunicationText; reason: string } | null>(null);
  const { hiddenIds, remove } = useDeletions({
    commit: log.remove,
    onFailed: (_, error) => toast.error(t("deleteFailed"), errorText(error)),
    offerUndo: (_, undo) => toast.undoable(t("deleted"), undo, { duration: undoTime }),
  });

  function add(text: CommunicationText) {
    setLost(null);
    log.add(text).catch((error: unknown) => setLost({ text, reason: errorText(error) }));
  }

  const items = log.items?.filter(({ id }) => !hiddenIds.has(id));
  return (
    <div className="space-y-4 px-5 pt-4 pb-8">
      <CommunicationForm submitLabel={t("add")} onSubmit={add} />
      {lost && (
        <ErrorNotice
          title={t("addFailed")}
          safe={lost.text.body ?? lost.text.subject}
          next={lost.reason}
          action={<Button onClick={() => add(lost.text)}>{actions("retry")}</Button>}
        />
      )}
      {log.error && !items && (
        <ErrorNotice
          title={t("loadFailed")}
          next={errorText(log.error)}
          action={<Button onClick={log.retry}>{actions("retry")}</Button>}
        />
      )}
      {!items && !log.error && <LogSkeleton />}
      {items?.length === 0 && <p className="py-4 text-center text-13 text-muted">{t("empty")}</p>}
      {items && items.length > 0 && (
        <ol aria-label={t("list")} className="space-y-1">
          {items.map((item) => (
            <CommunicationItem
              key={item.id}
              item={item}
              authorName={memberName(item.authorId)}
              now={moment.now}
              onEdit={(text) => log.edit(item, text)}
              onRemove={() => remove(item.id)}
            />
          ))}
        </ol>
      )}
      {log.hasOlder && (
        <Button
          variant="ghost"
          className="w-full"
          pending={log.isLoadingOlder}
          onClick={log.loadOlder}
        >
          {t("older")}
        </Button>
      )}
    </div>
  );
}

function LogSkeleton() {
  return (
    <div className="space-y-4 pt-1">
      <LoadingNote />
      {["w-3/4", "w-1/2", "w-2/3"].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-6 shrink-0 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-4 w-40" />
            <Skeleton className={`h-4 ${width}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
