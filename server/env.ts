import { z } from "zod";
import { type BounceSettings, bounceSettings, bounceVariables } from "./bounce-settings";

const environment = z.object({
  NEXT_PUBLIC_SUPABASE_URL: z.url({ protocol: /^https?$/ }),
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  /** The origin that people open, for links in mails: "https://spur.example". */
  SPUR_SITE_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  /** Signs where visitors of public pages come from; the worker tells it to the database. */
  SPUR_CLIENT_SECRET: z.string().min(32).optional(),
  /** How many proxies in front of the application add to X-Forwarded-For. */
  SPUR_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  ...bounceVariables,
});

export type Env = {
  supabaseUrl: string;
  publishableKey: string;
  siteUrl: string;
  clientSecret: string | null;
  trustedProxies: number;
  /** Null where mail that comes back is not taken. */
  bounces: BounceSettings | null;
};

/**
 * Read at each call and from the whole object: the bundler would replace a single
 * `process.env.NEXT_PUBLIC_…` by its value at build time, and one build serves every environment.
 * @throws Error naming what is missing: a mistake of whoever runs the application.
 */
export function env(): Env {
  const read = environment.safeParse(process.env);
  if (!read.success)
    throw new Error(`The environment is incomplete.\n${z.prettifyError(read.error)}`);
  return {
    supabaseUrl: new URL(read.data.NEXT_PUBLIC_SUPABASE_URL).origin,
    publishableKey: read.data.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    siteUrl: new URL(read.data.SPUR_SITE_URL).origin,
    clientSecret: read.data.SPUR_CLIENT_SECRET ?? null,
    trustedProxies: read.data.SPUR_TRUSTED_PROXIES,
    bounces: bounceSettings(read.data),
  };
}
