import { z } from "zod";
import { contactListKinds } from "./contact-list-input";
import { localizedText } from "./localized-text-input";
import { consentOrigins, subscriptionStatuses } from "./subscription-input";

const counts = z.object({
  pending: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  invalid: z.number(),
  unsubscribed: z.number(),
  /** Of those asked or confirmed: blacklisted, so that nothing is sent to them. */
  leftOut: z.number(),
});

const contactList = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(contactListKinds),
  names: localizedText,
  descriptions: z.nullable(localizedText),
  isOffered: z.boolean(),
  archivedAt: z.string().nullable(),
  counts,
});

const state = z.object({
  id: z.string(),
  status: z.enum(subscriptionStatuses),
  email: z.string(),
  party: z.object({
    id: z.string(),
    kind: z.enum(["person", "organization"]),
    name: z.string(),
    isBlacklisted: z.boolean(),
  }),
});

const subscription = state.extend({
  createdAt: z.string(),
  /** When it came into its state. */
  since: z.string(),
});

const consent = z.object({
  id: z.number(),
  status: z.enum(subscriptionStatuses),
  origin: z.enum(consentOrigins),
  email: z.string(),
  /** The text that was agreed to. */
  wording: z.string().nullable(),
  /** Of an import: where the proof is kept. */
  proof: z.string().nullable(),
  clientAddress: z.string().nullable(),
  /** Of an import: the day it was given. */
  givenOn: z.string().nullable(),
  notedAt: z.string(),
  actor: z.object({ name: z.string() }).nullable(),
});

const history = state.extend({ consents: z.array(consent) });

const ofParty = z.object({
  id: z.string(),
  status: z.enum(subscriptionStatuses),
  email: z.string(),
  list: z.object({ id: z.string(), names: localizedText }),
  /** The latest alone: how it came into its state. */
  consents: z.array(consent.pick({ origin: true, notedAt: true, givenOn: true, actor: true })),
});

const outcomes = z
  .object({
    asked: z.number(),
    already: z.number(),
    declined: z.number(),
    left_out: z.number(),
    without_email: z.number(),
  })
  .transform(
    (told): SubscribeOutcomes => ({
      asked: told.asked,
      already: told.already,
      declined: told.declined,
      leftOut: told.left_out,
      withoutEmail: told.without_email,
    }),
  );

const listed = z.object({ size: z.number(), outcomes });
const listedPage = z.object({
  size: z.number(),
  outcomes: outcomes.nullable(),
  next: z.tuple([z.string(), z.string()]).nullable(),
});

const imported = z
  .object({
    accepted: z.number(),
    added: z.number(),
    already: z.number(),
    declined: z.number(),
    left_out: z.number(),
    undeliverable: z.number(),
  })
  .transform(
    (told): ImportOutcomes => ({
      accepted: told.accepted,
      added: told.added,
      already: told.already,
      declined: told.declined,
      leftOut: told.left_out,
      undeliverable: told.undeliverable,
    }),
  );

export type ContactList = z.infer<typeof contactList>;
export type Subscription = z.infer<typeof subscription>;
export type Consent = z.infer<typeof consent>;
/** A subscription with its consents, the latest first. */
export type SubscriptionHistory = z.infer<typeof history>;

/** What became of those who were to be put on a list: how many of each. */
export type SubscribeOutcomes = {
  asked: number;
  /** On it, or asked a moment ago. */
  already: number;
  /** They declined or left it themselves, and are not asked again. */
  declined: number;
  /** Blacklisted. */
  leftOut: number;
  withoutEmail: number;
};

/** What became of those in a file who agreed elsewhere: how many of each. */
export type ImportOutcomes = {
  /** On the list from now on. */
  accepted: number;
  /** Of these, parties that nobody knew. */
  added: number;
  already: number;
  /** They left or declined this list, or asked not to be contacted. */
  declined: number;
  /** Blacklisted. */
  leftOut: number;
  /** Mail to the address came back. */
  undeliverable: number;
};

function reader<T>(schema: z.ZodType<T>): (input: unknown) => T | null {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : null;
  };
}

/** Each is null when malformed. */
export const parseContactLists = reader(z.array(contactList));
export const parseSubscriptions = reader(z.array(subscription));
export const parseSubscriptionHistory = reader(history);
export const parsePartySubscriptions = reader(z.array(ofParty));
/** A repeated call is not told again what became of the first. */
export const parseSubscribeOutcomes = reader(
  outcomes.nullable().transform((told) => ({ outcomes: told })),
);
/** How many a view holds, and what would become of them. */
export const parseListed = reader(listed);
export const parseImportOutcomes = reader(imported);
/** As many of a view as were asked at once; `next` is the place behind them. */
export const parseListedPage = reader(listedPage);
