"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LoadingNote } from "@/app/_ui/loading-note";
import { useToast } from "@/app/_ui/toast/use-toast";
import { CommunicationForm } from "../../board/panel/communication/communication-form";
import { CommunicationItem } from "../../board/panel/communication/communication-item";
import type { CommunicationText } from "../../board/panel/communication/use-communications";
import { undoTime, useDeletions } from "../../board/use-deletions";
import { useLeadActions } from "../use-lead-actions";
import { useLeadPeople } from "../use-lead-people";

/** What was said and written with a lead, newest first; it goes along when it is converted. */
export function LeadTalk({ leadId, now }: { leadId: string; now: Date }) {
  const t = useTranslations("communication");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const toast = useToast();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { nameOf } = useLeadPeople();
  const { readAnew } = useLeadActions();
  const { data, error, refetch } = useQuery(trpc.lead.communications.queryOptions({ leadId }));
  const { hiddenIds, remove } = useDeletions({
    commit: async (id) => {
      await client.communication.delete.mutate({ id });
      await readAnew();
    },
    onFailed: (_, failure) => toast.error(t("deleteFailed"), errorText(failure)),
    offerUndo: (_, undo) => toast.undoable(t("deleted"), undo, { duration: undoTime }),
  });
  const [lost, keep] = useState<{ text: CommunicationText; reason: string } | null>(null);

  function add(text: CommunicationText) {
    keep(null);
    const ids = { id: newId(), leadId, mutationId: newId() };
    client.lead.log
      .mutate({ ...text, ...ids })
      .then(readAnew)
      .catch((failure: unknown) => keep({ text, reason: errorText(failure) }));
  }

  const items = data?.filter(({ id }) => !hiddenIds.has(id));
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
      {error && !items && (
        <ErrorNotice
          title={t("loadFailed")}
          next={errorText(error)}
          action={<Button onClick={() => void refetch()}>{actions("retry")}</Button>}
        />
      )}
      {!items && !error && <LoadingNote />}
      {items?.length === 0 && <p className="py-4 text-center text-13 text-muted">{t("empty")}</p>}
      {items && items.length > 0 && (
        <ol aria-label={t("list")} className="space-y-1">
          {items.map((item) => (
            <CommunicationItem
              key={item.id}
              item={item}
              authorName={nameOf(item.authorId)}
              now={now}
              onEdit={async (patch) => {
                const { id, version } = item;
                await client.communication.update.mutate({ id, version, patch });
                await readAnew();
              }}
              onRemove={() => remove(item.id)}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
