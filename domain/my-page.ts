import * as z from "zod/mini";
import { localizedText } from "./localized-text-input";

const text = z.nullable(z.string());

const contactPoint = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(["email", "phone", "postal"]),
  value: z.string(),
  extension: text,
  address: z.nullable(z.record(z.string(), z.string())),
  isVerified: z.boolean(),
  /** Null when they were never asked. */
  mayContact: z.nullable(z.boolean()),
});

const conversation = z.object({
  /** The oldest first. */
  messages: z.array(
    z.object({
      id: z.string(),
      direction: z.enum(["incoming", "outgoing"]),
      body: z.string(),
      occurredAt: z.string(),
      /** Who of the workspace wrote it. */
      author: text,
      /** False for words that came by the open form, where anybody may type another's address. */
      isProven: z.boolean(),
    }),
  ),
});
export type Conversation = z.infer<typeof conversation>;

/** What becomes of a correction: it holds at once, waits for a member, or is not offered. */
export const changeRules = ["at_once", "approval", "off"] as const;
export const customerFields = ["name", "language", "address", "phone", "email"] as const;

const rule = z.enum(changeRules);
export const changeRulesByField = z.strictObject({
  name: rule,
  language: rule,
  address: rule,
  phone: rule,
  email: rule,
});

/** The values of a correction, by the columns of the database. */
export const changedValues = z.object({
  salutation: z.optional(text),
  title: z.optional(text),
  given_name: z.optional(text),
  family_name: z.optional(text),
  name: z.optional(text),
  language: z.optional(text),
  value: z.optional(text),
  extension: z.optional(text),
  address: z.optional(z.nullable(z.record(z.string(), z.string()))),
  may_contact: z.optional(z.nullable(z.boolean())),
});
export type ChangedValues = z.infer<typeof changedValues>;

export const customerChangeFields = [...customerFields, "may_contact"] as const;
export const changeOperations = ["add", "change", "remove"] as const;

const myPage = z.object({
  workspace: z.string(),
  slug: z.string(),
  accentHue: z.number(),
  timeZone: z.string(),
  logo: text,
  privacyUrl: text,
  rules: changeRulesByField,
  /** The one that they came by. */
  email: z.string(),
  party: z.object({
    id: z.string(),
    version: z.number(),
    kind: z.enum(["person", "organization"]),
    name: z.string(),
    salutation: text,
    title: text,
    givenName: text,
    familyName: text,
    language: text,
  }),
  /** Others who share the address. */
  others: z.array(z.object({ id: z.string(), name: z.string() })),
  contactPoints: z.array(contactPoint),
  changes: z.array(
    z.object({
      id: z.string(),
      field: z.enum(customerChangeFields),
      op: z.enum(changeOperations),
      contactPointId: text,
      before: changedValues,
      after: changedValues,
      status: z.enum(["unverified", "waiting", "declined"]),
      createdAt: z.string(),
    }),
  ),
  lists: z.array(
    z.object({
      id: z.string(),
      names: localizedText,
      descriptions: z.nullable(localizedText),
      isWanted: z.boolean(),
      email: text,
    }),
  ),
  /** Names of members. */
  responsible: z.array(z.string()),
  /** The latest first. */
  conversations: z.array(conversation),
  organizations: z.array(
    z.object({
      name: z.string(),
      contactPoints: z.array(contactPoint),
      responsible: z.array(z.string()),
      conversations: z.array(conversation),
    }),
  ),
  erasure: z.nullable(
    z.object({ status: z.enum(["open", "declined"]), dueOn: z.string(), note: text }),
  ),
});

/** What a customer sees on their own page. */
export type MyPage = z.infer<typeof myPage>;

/** Null for something else. */
export function parseMyPage(answer: unknown): MyPage | null {
  return myPage.safeParse(answer).data ?? null;
}

const entered = z.object({ session: z.string(), slug: z.string() });

/** Null for something else. */
export function parseEntered(answer: unknown): z.infer<typeof entered> | null {
  return entered.safeParse(answer).data ?? null;
}

const verifiedEmail = z.object({
  workspace: z.string(),
  slug: z.string(),
  accentHue: z.number(),
  email: z.string(),
  status: z.enum(["applied", "waiting"]),
});

/** Null for something else. */
export function parseVerifiedEmail(answer: unknown): z.infer<typeof verifiedEmail> | null {
  return verifiedEmail.safeParse(answer).data ?? null;
}

const correcting = z.enum(["applied", "waiting", "unverified", "withdrawn", "declined"]);

/** What became of a correction; `unverified`: a mail went to the new address. */
export type Correcting = z.infer<typeof correcting>;

/** Null for something else. */
export function parseCorrecting(answer: unknown): Correcting | null {
  return correcting.safeParse(answer).data ?? null;
}

/** The cookie that holds a customer's session, for the pages of their workspace alone. */
export const customerCookie = "spur-my";
