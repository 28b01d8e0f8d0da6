import type { OutboxEntry } from "@/app/_realtime/outbox/entry";
import type { Unsettled } from "@/app/_realtime/outbox/outbox";
import type { FieldValue } from "@/domain/field-conflict";
import type { OpportunityPatch } from "@/domain/opportunity-input";
import type { Side } from "./conflict-field";

/**
 * What is left of an edit once it is decided whose value counts in each field of the conflict: its
 * fields that nobody else touched stay in it. Null when nothing is left to write.
 */
export function patchOf(
  { entry, fields }: Extract<Unsettled, { kind: "conflict" }>,
  sides: Readonly<Record<string, Side>>,
): OpportunityPatch | null {
  const kept = Object.entries(entry.input.patch).filter(
    ([field]) => !(field in fields) || sides[field] === "mine",
  );
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

/** The fields of an entry with what was typed or chosen, named as in the panel. */
export function typedIn(entry: OutboxEntry): [field: string, value: FieldValue][] {
  switch (entry.kind) {
    case "create": {
      const { name, customerId, customerName, contactName, stageId, amount } = entry.input;
      const typed: [string, FieldValue | undefined][] = [
        ["name", name],
        // A name is its own word; an id is looked up.
        ["customerId", customerName ?? customerId],
        ["contactId", contactName],
        ["stageId", stageId],
        ["amount", amount],
      ];
      return typed.flatMap(([field, value]) => (value == null ? [] : [[field, value]]));
    }
    case "move": {
      const { stageId, lostReason } = entry.input;
      return [
        ["stageId", stageId],
        ...(lostReason ? [["lostReason", lostReason] as [string, string]] : []),
      ];
    }
    case "moveMany":
      return [["stageId", entry.input.stageId]];
    case "edit":
      return Object.entries(entry.input.patch);
    case "remove":
      return [];
  }
}
