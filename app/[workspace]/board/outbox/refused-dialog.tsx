"use client";

import { useTranslations } from "next-intl";
import type { OutboxEntry } from "@/app/_realtime/outbox/entry";
import { useOutbox } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/popup/dialog";
import { typedIn } from "./decision";
import type { AskProps } from "./outbox-dialog";
import { Remaining } from "./remaining";
import { useEntryWords } from "./use-entry-words";

/** Says why something that waited was not written, and still shows what was typed. */
export function RefusedDialog({ open, one, count, onLater }: AskProps<"refused">) {
  const t = useTranslations("board.outbox");
  const errorText = useErrorText();
  const { outbox } = useOutbox();
  const { words, labelFor, name } = useEntryWords(one.entry);
  const title = useRefusal(one.entry, name);
  const typed = typedIn(one.entry);
  return (
    <Dialog
      open={open}
      onOpenChange={onLater}
      title={title}
      description={errorText(one.error)}
      footer={
        <>
          <Remaining count={count} />
          <Button variant="ghost" onClick={() => outbox.forget(one)}>
            {t("discard")}
          </Button>
          <Button variant="primary" onClick={() => outbox.retry(one)}>
            {t("retry")}
          </Button>
        </>
      }
    >
      {typed.length > 0 && (
        <>
          <p className="text-muted">{t("typed")}</p>
          <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 rounded-8 bg-sunken p-3">
            {typed.map(([field, value]) => (
              <div key={field} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-muted">{labelFor(field)}</dt>
                <dd className="wrap-anywhere select-text">{words(field, value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Dialog>
  );
}

function useRefusal(entry: OutboxEntry, name: string): string {
  const t = useTranslations("board");
  switch (entry.kind) {
    case "create":
      return t("quickAdd.failed", { name });
    case "move":
      return t("toasts.moveFailed", { name });
    case "moveMany":
      return t("toasts.moveManyFailed", { count: entry.input.ids.length });
    case "edit":
      return t("outbox.editFailed", { name });
    case "remove":
      return t("toasts.deleteFailed", { name });
  }
}
