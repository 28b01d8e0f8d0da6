import * as z from "zod/mini";
import { cleanLine } from "./import-text";
import {
  amount,
  currency,
  day,
  hasFields,
  id,
  limit,
  line,
  mutationId,
  text,
  version,
} from "./input-fields";
import { leadSourceCodes } from "./lead-source";
import { relationshipTypes } from "./party-roles";

const partyKind = z.enum(["person", "organization"]);

/** Parties whose name begins with `text`, whatever the case. */
export const searchParties = z.strictObject({
  text: line(200),
  kind: z.exactOptional(partyKind),
});

/** The party of this name and kind, made when there is none. */
export const createParty = z.strictObject({
  kind: partyKind,
  name: line(500),
  role: z.exactOptional(z.enum(["CUSTOMER", "CONTACT", "SUPPLIER", "PARTNER", "COMPETITOR"])),
});

/** What somebody typed or pasted: an e-mail, a phone, a site. */
const contactTexts = z.array(line(2000)).check(z.maxLength(10));

/** As it stands in a form, half typed; `timeZone` is where numbers without a country code are dialled. */
export const likelyParties = z.strictObject({
  kind: partyKind,
  name: z.string().check(z.overwrite(cleanLine), z.maxLength(500)),
  contacts: contactTexts,
  timeZone: line(64),
});

/**
 * Made even if the name exists: who adds it was warned. For a person a company that is known, or one
 * that is found by name or made.
 */
export const addParty = z
  .strictObject({
    id,
    mutationId,
    kind: partyKind,
    name: line(500),
    role: z.exactOptional(line(40)),
    contacts: contactTexts,
    timeZone: line(64),
    companyId: z.exactOptional(id),
    companyName: z.exactOptional(line(500)),
  })
  .check(
    z.refine((input) => input.companyId === undefined || input.companyName === undefined, {
      path: ["companyName"],
    }),
  );

export const partyById = z.strictObject({ id });

const optionalLine = (max: number) => z.exactOptional(z.nullable(line(max)));

/** Two letters of the country, then 2 to 18 of what the country wants; spaces and dots go. */
const vatId = z.string().check(
  z.overwrite((typed) => typed.replace(/[\s.-]/g, "").toUpperCase()),
  z.regex(/^[A-Z]{2}[A-Z0-9+*]{2,18}$/),
);

/** A language as BCP 47 writes it: "de", "de-AT". */
const language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35));

const partyPatch = z
  .strictObject({
    name: z.exactOptional(line(500)),
    localName: optionalLine(500),
    salutation: optionalLine(60),
    title: optionalLine(60),
    givenName: optionalLine(500),
    familyName: optionalLine(500),
    suffix: optionalLine(60),
    birthday: z.exactOptional(z.nullable(day)),
    occupation: optionalLine(200),
    legalForm: optionalLine(60),
    vatId: z.exactOptional(z.nullable(vatId)),
    registration: optionalLine(200),
    employees: z.exactOptional(z.nullable(z.int().check(z.gte(0), z.lte(2_000_000_000)))),
    revenue: z.exactOptional(z.nullable(amount)),
    revenueCurrency: z.exactOptional(z.nullable(currency)),
    industry: optionalLine(200),
    language: z.exactOptional(z.nullable(language)),
    currency: z.exactOptional(z.nullable(currency)),
    timeZone: optionalLine(64),
    source: z.exactOptional(z.nullable(z.enum(leadSourceCodes))),
    status: z.exactOptional(z.enum(["active", "inactive"])),
    ownerId: z.exactOptional(z.nullable(id)),
    note: z.exactOptional(z.nullable(text(20_000))),
  })
  .check(z.refine(hasFields));
export type PartyPatch = z.infer<typeof partyPatch>;

/** `version` is that of the party as the editor saw it. */
export const updateParty = z.strictObject({ id, version, patch: partyPatch, mutationId });

/** Newest first; `cursor` is the `nextCursor` of the page before. */
export const partyHistoryInput = z.strictObject({
  id,
  cursor: z.nullish(version),
  limit: z._default(limit, 50),
});

/** Half-open, from the first day to the one after the last; null is open. */
export const period = z.strictObject({ from: z.nullable(day), until: z.nullable(day) }).check(
  z.refine(({ from, until }) => from === null || until === null || from < until, {
    path: ["until"],
  }),
);

export const addPartyRole = z.strictObject({ id, partyId: id, code: line(40), valid: period });
export const setPeriod = z.strictObject({ id, version, valid: period });
/** Whether the person at the end of a relationship sees what is shared of the organization. */
export const shareWithParty = z.strictObject({ id, version, sharesPage: z.boolean() });
export const removeById = z.strictObject({ id });

/** `title` is the position: "Head of purchasing". */
export const relateParties = z.strictObject({
  id,
  typeCode: z.enum(relationshipTypes),
  fromId: id,
  toId: id,
  title: z.nullable(line(200)),
  valid: period,
});

export const classParty = z.strictObject({
  id,
  partyId: id,
  code: line(40),
  reason: z.nullable(line(500)),
});
export const endClassification = z.strictObject({ id, version });

export const addExternalId = z.strictObject({
  id,
  partyId: id,
  system: line(60),
  value: line(200),
});

/** Named by the workspace; `parentCode` is where it stands in the tree. */
export const createRoleType = z.strictObject({ name: line(60), parentCode: z.nullable(line(40)) });
export const createPartyClass = z.strictObject({ name: line(60) });
