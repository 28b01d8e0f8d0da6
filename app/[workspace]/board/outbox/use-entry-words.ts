"use client";

import { useTranslations } from "next-intl";
import { idsOf, type OutboxEntry } from "@/app/_realtime/outbox/entry";
import { useBoard } from "@/app/_realtime/use-board";
import type { FieldValue } from "@/domain/field-conflict";
import { useBoardFrame } from "../board-frame";
import { labelOf } from "../panel/field-labels";
import { toldFields } from "../panel/history/history-facts";
import { useFieldWords } from "../panel/use-field-words";

/** How the fields and values of a kept write read, as far as the board knows its opportunity. */
export function useEntryWords(entry: OutboxEntry) {
  const labels = useTranslations("opportunity.fields");
  const { board } = useBoard();
  const { membership } = useBoardFrame();
  const card = board?.cardOf(idsOf(entry)[0] ?? "");
  const typed = entry.kind === "create" ? entry.input.currency : undefined;
  const words = useFieldWords({
    customer: card ? { id: card.customerId, name: card.customerName } : null,
    contact: null,
    campaign: null,
    currency: card?.currency ?? typed ?? membership.currency,
  });
  return {
    name: entry.name || (card?.name ?? ""),
    labelFor(field: string): string {
      const told = toldFields.find((one) => one === field);
      return told ? labels(labelOf[told]) : field;
    },
    words(field: string, value: FieldValue): string {
      if (field === "customerId") {
        if (entry.kind === "edit" && entry.customerName && value === entry.input.patch.customerId) {
          return entry.customerName;
        }
        if (entry.kind === "create" && entry.input.customerName) return entry.input.customerName;
      }
      if (field === "contactId" && entry.kind === "create") return String(value);
      return words(field, value);
    },
  };
}
