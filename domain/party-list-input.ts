import * as z from "zod/mini";
import { id, limit, line, mutationId } from "./input-fields";
import { leadSourceCodes } from "./lead-source";
import { type PartyQuery, partyKinds, partySorts, partyStatuses, typeCode } from "./party-query";

const some = <T extends z.ZodMiniType>(one: T) =>
  z.exactOptional(z.array(one).check(z.minLength(1), z.maxLength(50)));
const code = z.string().check(z.regex(typeCode));

const condition = z.strictObject({
  text: z.exactOptional(line(100)),
  kinds: some(z.enum(partyKinds)),
  roles: some(code),
  ownerIds: some(z.union([id, z.literal("none")])),
  classes: some(code),
  statuses: some(z.enum(partyStatuses)),
  sources: some(z.enum([...leadSourceCodes, "none"])),
  blacklisted: z.exactOptional(z.boolean()),
});

/** Of the list of parties, or of a saved view of it. */
export const partyQueryInput = z.strictObject({
  sort: z.enum(partySorts),
  isDescending: z.boolean(),
  condition,
}) satisfies z.ZodMiniType<PartyQuery>;

/** The place behind a row: what it is sorted by, and its id. */
export const partyCursor = z.nullish(
  z.tuple([z.string().check(z.minLength(1), z.maxLength(500)), id]),
);

/** As many as a bulk action takes at once. */
export const mostParties = 1000;
const ids = z.array(id).check(z.minLength(1), z.maxLength(mostParties));

/** `cursor` is the `nextCursor` of the page before. */
export const partyPageInput = z.strictObject({
  query: partyQueryInput,
  cursor: partyCursor,
  limit,
});
export const exportPartiesInput = z.strictObject({
  query: partyQueryInput,
  cursor: partyCursor,
  limit: z.int().check(z.gte(1), z.lte(mostParties)),
});
export const countPartiesInput = z.strictObject({ query: partyQueryInput });
export const partiesById = z.strictObject({ ids });

/** Null takes them from whoever had them. */
export const assignParties = z.strictObject({ ids, ownerId: z.nullable(id), mutationId });
export const classifyParties = z.strictObject({
  ids,
  code,
  reason: z.nullable(line(500)),
  mutationId,
});
/** `ids` are the classifications that one act put on. */
export const unclassifyParties = z.strictObject({ ids, mutationId });
