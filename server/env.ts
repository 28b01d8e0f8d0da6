import { z } from "zod";

const environment = z.object({
  NEXT_PUBLIC_SUPABASE_URL: z.url({ protocol: /^https?$/ }),
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  /** The origin that people open, for links in mails: "https://spur.example". */
  SPUR_SITE_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
});

export type Env = { supabaseUrl: string; publishableKey: string; siteUrl: string };

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
  };
}
