import { z } from "zod";
import { type BounceSettings, bounceSettings, bounceVariables } from "../bounce-settings";

const environment = z.object({
  /** As the owner of the schema; a session or direct connection, because the queue listens on it. */
  SPUR_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  SPUR_SMTP_URL: z.string().regex(/^smtps?:\/\//),
  SPUR_MAIL_FROM: z.string().min(3).default("no-reply@localhost"),
  SPUR_SITE_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  SPUR_CLIENT_SECRET: z.string().min(32).optional(),
  ...bounceVariables,
});

export interface WorkerSettings {
  databaseUrl: string;
  smtpUrl: string;
  /** The address that mails come from; each bears the name of its workspace. */
  mailFrom: string;
  /** The origin that links lead to. */
  siteUrl: string;
  /** What our own server signs its visitors' addresses with; null where it does not. */
  clientSecret: string | null;
  /** Where mail goes that comes back; null where nobody takes it. */
  bounces: BounceSettings | null;
}

/** @throws Error naming what is missing: a mistake of whoever runs the worker. */
export function readWorkerSettings(variables: NodeJS.ProcessEnv = process.env): WorkerSettings {
  const read = environment.safeParse(variables);
  if (!read.success)
    throw new Error(`The environment is incomplete.\n${z.prettifyError(read.error)}`);
  return {
    databaseUrl: read.data.SPUR_DATABASE_URL,
    smtpUrl: read.data.SPUR_SMTP_URL,
    mailFrom: read.data.SPUR_MAIL_FROM,
    siteUrl: new URL(read.data.SPUR_SITE_URL).origin,
    clientSecret: read.data.SPUR_CLIENT_SECRET ?? null,
    bounces: bounceSettings(read.data),
  };
}
