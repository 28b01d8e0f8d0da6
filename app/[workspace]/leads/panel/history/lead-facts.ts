import type { ChangedFields } from "@/domain/field-conflict";

export type LeadHistoryEntry = { op: string; actorId: string | null; changes: ChangedFields };

/** The fields of a lead that people speak of, in the order they are told. */
export const toldFields = [
  "status",
  "ownerId",
  "teamId",
  "isPrivate",
  "source",
  "campaignId",
  "note",
  "partyId",
  "organizationId",
] as const;

export type ToldField = (typeof toldFields)[number];

/** Bookkeeping, such as what became of it once it is converted, is no news. */
export function isWorthTelling({ op, changes }: LeadHistoryEntry): boolean {
  return op === "insert" || toldFields.some((field) => changes[field] !== undefined);
}
