"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useOutbox } from "@/app/_realtime/use-board";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/popup/dialog";
import { ConflictField, type Side } from "./conflict-field";
import { patchOf } from "./decision";
import type { AskProps } from "./outbox-dialog";
import { Remaining } from "./remaining";
import { useEntryWords } from "./use-entry-words";

/** Shows what stood there, what was typed and what stands there now, and lets pick for each field. */
export function ConflictDialog({ open, one, count, onLater }: AskProps<"conflict">) {
  const t = useTranslations("board.outbox");
  const { outbox } = useOutbox();
  const { words, labelFor, name } = useEntryWords(one.entry);
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const fields = Object.entries(one.fields);
  const isDecided = fields.every(([field]) => sides[field] !== undefined);
  return (
    <Dialog
      open={open}
      onOpenChange={onLater}
      size="lg"
      title={t("conflictTitle", { name })}
      description={t("conflictText")}
      footer={
        <>
          <Remaining count={count} />
          <Button variant="ghost" onClick={onLater}>
            {t("later")}
          </Button>
          <Button
            variant="primary"
            disabled={!isDecided}
            onClick={() => outbox.decide(one, patchOf(one, sides))}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {fields.map(([field, conflict]) => (
          <ConflictField
            key={field}
            label={labelFor(field)}
            conflict={conflict}
            words={(value) => words(field, value)}
            side={sides[field]}
            onSide={(side) => setSides((held) => ({ ...held, [field]: side }))}
          />
        ))}
      </div>
    </Dialog>
  );
}
