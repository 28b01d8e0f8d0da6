import { z } from "zod";

const mail = z.object({
  id: z.string(),
  template: z.enum([
    "confirm_subscription",
    "subscribed",
    "confirm_message",
    "message_received",
    "sign_in",
    "verify_email",
    "email_changed",
    "answered",
    "erasure_requested",
    "campaign",
    "campaign_test",
  ]),
  recipient: z.string(),
  status: z.enum(["queued", "sending", "sent", "unsure", "refused", "bounced", "cancelled"]),
  /** The mail server's answer was lost, so it went once more. */
  isRepeated: z.boolean(),
  /** The words of the mail server. */
  lastError: z.string().nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  party: z.object({ id: z.string(), name: z.string() }).nullable(),
});

/** A mail to somebody outside, and how far it is. */
export type Mail = z.infer<typeof mail>;

/** Null when malformed. */
export function parseMails(input: unknown): Mail[] | null {
  const parsed = z.array(mail).safeParse(input);
  return parsed.success ? parsed.data : null;
}
