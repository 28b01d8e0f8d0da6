import { z } from "zod";

const common = {
  id: z.uuid(),
  locale: z.enum(["de", "en"]),
  recipient: z.string(),
  /** The mail server's answer to the first one was lost. */
  isRepeated: z.boolean(),
  workspace: z.string(),
  slug: z.string(),
  accentHue: z.number(),
};

const facts = z.discriminatedUnion("template", [
  z.object({
    ...common,
    template: z.literal("confirm_subscription"),
    token: z.string(),
    list: z.string(),
  }),
  z.object({ ...common, template: z.literal("subscribed"), token: z.string(), list: z.string() }),
  z.object({ ...common, template: z.literal("confirm_message"), token: z.string() }),
  // Nothing that its sender typed: the address is not proved, and strangers must not write through us.
  z.object({ ...common, template: z.literal("message_received") }),
  z.object({ ...common, template: z.literal("sign_in"), token: z.string() }),
  z.object({ ...common, template: z.literal("verify_email"), token: z.string() }),
  // To the old address.
  z.object({ ...common, template: z.literal("email_changed") }),
  /** What a member wrote, and the name of that member. */
  z.object({
    ...common,
    template: z.literal("answered"),
    body: z.string(),
    author: z.string(),
  }),
  /** `dueOn` is a day. */
  z.object({ ...common, template: z.literal("erasure_requested"), dueOn: z.iso.date() }),
  /** What marketing wrote; `list` names the lists that brought it to its reader. */
  z.object({
    ...common,
    template: z.literal("campaign"),
    subject: z.string(),
    body: z.string(),
    list: z.string(),
    token: z.string(),
  }),
  /** To whoever tries it; `campaign` is its name among members. */
  z.object({
    ...common,
    template: z.literal("campaign_test"),
    subject: z.string(),
    body: z.string(),
    campaign: z.string(),
  }),
]);

/** What `private.begin_sending` answers: everything that a mail says. */
export type MailFacts = z.infer<typeof facts>;

/** @throws ZodError when the database answers something that no template knows */
export function parseMailFacts(answer: unknown): MailFacts {
  return facts.parse(answer);
}
