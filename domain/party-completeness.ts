import type { OpenedParty } from "./party-answers";

/** What a sales team misses first when it is not known of a party, in this order. */
const completenessPoints = [
  "email",
  "phone",
  "address",
  "person",
  "organization",
  "owner",
  "source",
  "language",
  "industry",
  "vatId",
] as const;
type CompletenessPoint = (typeof completenessPoints)[number];

type Known = Pick<OpenedParty, "party" | "contactPoints" | "relations">;

/** Which points count for a party, and which of them are not known. */
export function completenessOf(known: Known, today: string) {
  const { party, contactPoints, relations } = known;
  const isPerson = party.kind === "person";
  const holds = ({ valid }: { valid: { until: string | null } }) =>
    valid.until === null || valid.until > today;
  const reached = (kind: string) => contactPoints.some((one) => one.kind === kind && holds(one));
  const related = (kind: string) => relations.some((one) => one.party.kind === kind && holds(one));
  const has: Partial<Record<CompletenessPoint, boolean>> = {
    email: reached("email"),
    phone: reached("phone"),
    address: reached("postal"),
    owner: party.ownerId !== null,
    source: party.source !== null,
    language: party.language !== null,
    ...(isPerson
      ? { organization: related("organization") }
      : {
          person: related("person"),
          industry: party.industry !== null,
          vatId: party.vatId !== null,
        }),
  };
  const points = completenessPoints.filter((point) => has[point] !== undefined);
  const missing = points.filter((point) => !has[point]);
  return { points, missing, share: (points.length - missing.length) / points.length };
}
