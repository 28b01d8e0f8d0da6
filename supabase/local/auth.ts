import { AsyncLocalStorage } from "node:async_hooks";
import { fileURLToPath } from "node:url";
import { App, type EmailMessage } from "@supabase/lite";
import { PostgresConnection } from "@supabase/lite/postgres";
import { completeSession, renameOtpType } from "./auth-dialect";
import { composeAuthMail } from "./auth-mail";
import type { MailStore } from "./mail-store";
import { reuseRefreshes } from "./refresh-reuse";
import type { Log } from "./supervise";

export interface AuthOptions {
  /** Connects as `supabase_auth_admin`, which owns the auth tables and nothing else. */
  databaseUrl: string;
  jwtSecret: string;
  /** The address of the application: mail links lead to its `/auth/confirm`. */
  siteUrl: string;
  /** The `iss` of the tokens, `<gateway>/auth/v1`. */
  issuer: string;
  mails: MailStore;
  log: Log;
}

export interface Auth {
  /** Answers a request below `/auth/v1`; the caller has checked the API key. */
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

const TEMPLATES = {
  magic_link: { subject: "Ihr Anmeldelink · Your sign-in link", file: "magic-link.html" },
  recovery: { subject: "Neues Passwort · New password", file: "recovery.html" },
  confirmation: { subject: "Adresse bestätigen · Confirm your address", file: "confirmation.html" },
  email_change: { subject: "Neue Adresse · New address", file: "email-change.html" },
};

/** Where a mail of the request under way should lead, see `redirect_to`. */
const redirect = new AsyncLocalStorage<string>();

/**
 * The Auth server of `@supabase/lite`, with what it lacks of GoTrue put right at its edges.
 * Start it after the migrations, and send nothing else through it: its REST side is not used.
 */
export async function startAuth(options: AuthOptions): Promise<Auth> {
  const connection = connect(options.databaseUrl);
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: options.jwtSecret,
      site_url: options.siteUrl,
      enable_refresh_token_rotation: true,
      email: { enable_confirmations: false, template: templates() },
    },
    options: {
      // The gateway has checked the key; and a request without one must never become an admin's.
      server: { admin: false, apiKeys: false },
      drivers: {
        email: { send: (message) => deliver(message, options) },
      },
    },
  });
  await app.init();
  // The first request loads modules and opens a connection; better now than in somebody's way.
  await app.fetch(new Request("http://localhost/auth/v1/settings"));
  await connection.driver`select 1`;

  const forward = reuseRefreshes(async (request) => {
    const target = redirectTarget(request, options.siteUrl);
    const translated = await renameOtpType(request);
    const response = await redirect.run(target, () => app.fetch(translated));
    return await completeSession(response, options);
  });
  return {
    fetch: forward,
    close: () => connection.close(),
  };
}

/**
 * The server hands over JSON as text already; the driver would wrap it into a JSON string.
 * Its connections come from a small pool, each used by one request at a time.
 */
function connect(url: string): PostgresConnection {
  const json = (oid: number) => ({
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  });
  return new PostgresConnection({
    url,
    postgresOptions: {
      max: 5,
      connection: { application_name: "auth", search_path: "auth" },
      onnotice: () => {},
      types: { json: json(114), jsonb: json(3802) },
    },
  });
}

function templates() {
  return Object.fromEntries(
    Object.entries(TEMPLATES).map(([name, { subject, file }]) => {
      const path = fileURLToPath(new URL(`../templates/${file}`, import.meta.url));
      return [name, { subject, content_path: path }];
    }),
  );
}

async function deliver(message: EmailMessage, { mails, siteUrl }: AuthOptions): Promise<void> {
  const html = message.html ?? "";
  await mails.deliver(
    composeAuthMail({ ...message, html }, siteUrl, redirect.getStore() ?? siteUrl),
  );
}

/** `redirect_to` when it stays within the application, else the application itself. */
function redirectTarget(request: Request, siteUrl: string): string {
  const wanted = new URL(request.url).searchParams.get("redirect_to");
  if (!wanted || !URL.canParse(wanted, siteUrl)) return siteUrl;
  const target = new URL(wanted, siteUrl);
  return target.origin === new URL(siteUrl).origin ? target.href : siteUrl;
}
