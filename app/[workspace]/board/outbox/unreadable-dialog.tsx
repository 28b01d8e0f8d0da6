"use client";

import { useTranslations } from "next-intl";
import { useOutbox } from "@/app/_realtime/use-board";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/popup/dialog";
import type { AskProps } from "./outbox-dialog";
import { Remaining } from "./remaining";

/** What cannot be sent any more is shown as it is, so that its words can be copied. */
export function UnreadableDialog({ open, one, count, onLater }: AskProps<"unreadable">) {
  const t = useTranslations("board.outbox");
  const { outbox } = useOutbox();
  return (
    <Dialog
      open={open}
      onOpenChange={onLater}
      title={t("unreadableTitle")}
      description={t("unreadableText")}
      footer={
        <>
          <Remaining count={count} />
          <Button variant="ghost" onClick={() => outbox.forget(one)}>
            {t("discard")}
          </Button>
          <Button variant="primary" onClick={onLater}>
            {t("later")}
          </Button>
        </>
      }
    >
      <pre className="wrap-anywhere select-text whitespace-pre-wrap rounded-8 bg-sunken p-3 text-12">
        {one.text}
      </pre>
    </Dialog>
  );
}
