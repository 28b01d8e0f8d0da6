import type { PartyHistoryEntry } from "@/domain/party-answers";
import type { Opened } from "../party-context";

/** The fields of a party that people speak of. */
const partFields = [
  "name",
  "localName",
  "salutation",
  "title",
  "givenName",
  "familyName",
  "suffix",
  "birthday",
  "occupation",
  "legalForm",
  "vatId",
  "registration",
  "employees",
  "revenue",
  "revenueCurrency",
  "industry",
  "language",
  "currency",
  "timeZone",
  "source",
  "status",
  "ownerId",
  "note",
] as const;

export function isPartField(field: string): field is (typeof partFields)[number] {
  return partFields.some((one) => one === field);
}

/** What is kept of a party, in the words of the history. */
type Kind = "role" | "relationship" | "contactPoint" | "externalId" | "classification" | "other";

const kinds: Readonly<Record<string, Kind>> = {
  party_role: "role",
  party_relationship: "relationship",
  contact_point: "contactPoint",
  party_external_id: "externalId",
  party_classification: "classification",
};

type Names = { roleName: (code: string) => string; className: (code: string) => string };

/** What is kept of the party now: a change tells only what changed, not of what. */
type Kept = Pick<Opened, "roles" | "contactPoints" | "classifications">;

/** What an entry is about, by name: what it was at last, or before it went away. */
export function subjectOf(
  entry: PartyHistoryEntry,
  kept: Kept,
  names: Names,
): { kind: Kind; what: string } {
  const kind = kinds[entry.entity] ?? "other";
  const held = <Row extends { id: string }>(rows: readonly Row[]) =>
    rows.find(({ id }) => id === entry.entityId);
  const now: Readonly<Record<string, string | undefined>> = {
    roleCode: held(kept.roles)?.code,
    classCode: held(kept.classifications)?.code,
    value: held(kept.contactPoints)?.shown,
  };
  const known = (field: string) => {
    const [before, after] = entry.changes[field] ?? [null, null];
    return String(after ?? before ?? now[field] ?? "");
  };
  const whats: Record<Kind, () => string> = {
    role: () => names.roleName(known("roleCode")),
    relationship: () => entry.other?.name ?? "",
    contactPoint: () => known("value").replaceAll("\n", ", "),
    externalId: () => known("value"),
    classification: () => names.className(known("classCode")),
    other: () => entry.entity,
  };
  return { kind, what: whats[kind]() };
}
