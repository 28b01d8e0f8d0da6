import { randomBytes } from "node:crypto";
import { seedDemo } from "../seeds/demo";
import { assertPortFree, LOOPBACK, PortTakenError } from "../supabase/local/ports";
import { StackRunningError } from "../supabase/local/run-file";
import { type Stack, startStack } from "../supabase/local/stack";
import { buildApp } from "./build-app";
import { startNext } from "./next-server";
import { startWorkerProcess } from "./worker-process";

interface ServeOptions {
  /** Next's development server instead of the built application. */
  development: boolean;
}

interface Backend {
  url: string;
  publishableKey: string;
}

/**
 * Everything that `npm start` does: the embedded stack (unless NEXT_PUBLIC_SUPABASE_URL names
 * another), migrations, the demo workspace, the build, the application. Ends with Ctrl-C.
 */
export async function serve({ development }: ServeOptions): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const host = process.env.HOST ?? LOOPBACK;
  const siteUrl = process.env.SPUR_SITE_URL ?? `http://localhost:${port}`;
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) return;
    interrupted = true;
    console.log("\nStopping …");
    void stopAll().then(() => process.exit(0));
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);

  try {
    await assertPortFree(port);
    const building = development ? Promise.resolve(false) : buildApp();
    // Reported below, also when the stack fails first.
    building.catch(() => {});
    const hosted = hostedBackend();
    const stack = hosted ? null : await startEmbedded(siteUrl, stops);
    const logins = stack ? (await seedDemo(stack.databaseUrl)).logins : [];
    console.log("Building the application, once for each version of the source …");
    await building;
    const backend = hosted ?? stack;
    if (!backend || interrupted) return;
    const clientSecret = process.env.SPUR_CLIENT_SECRET ?? randomBytes(32).toString("hex");
    const next = await startNext({ development, host, port, backend, siteUrl, clientSecret });
    stops.push(() => next.stop());
    const outside = stack ?? workerBackend();
    if (outside) {
      const worker = startWorkerProcess({ ...outside, siteUrl, clientSecret });
      stops.push(() => worker.stop());
    }
    announce(siteUrl, stack, logins);
    await next.ended;
    if (!interrupted) throw new Error("The application ended unexpectedly.");
  } catch (error) {
    if (interrupted) return;
    console.error(explain(error));
    await stopAll();
    process.exit(1);
  }
}

function hostedBackend(): Backend | null {
  const url = process.env.NEXT_PUBLIC_SUPABASE_URL;
  if (!url) return null;
  const publishableKey = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY;
  if (!publishableKey) {
    throw new Error(
      "NEXT_PUBLIC_SUPABASE_URL is set: NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY is needed too.",
    );
  }
  return { url, publishableKey };
}

/** Background work of a hosted project: here when the environment says how, else by `npm run worker`. */
function workerBackend(): { databaseUrl: string; smtpUrl: string } | null {
  const { SPUR_DATABASE_URL: databaseUrl, SPUR_SMTP_URL: smtpUrl } = process.env;
  return databaseUrl && smtpUrl ? { databaseUrl, smtpUrl } : null;
}

async function startEmbedded(siteUrl: string, stops: (() => Promise<void>)[]): Promise<Stack> {
  console.log("Starting the embedded Supabase …");
  const stack = await startStack({
    dataDir: process.env.SPUR_DATA_DIR ?? ".spur",
    siteUrl,
    ports: portsFromEnvironment(),
    log: (message) => console.log(`  ${message}`),
  });
  stops.push(() => stack.stop());
  return stack;
}

/** SPUR_API_PORT moves the whole stack: the other ports follow it as they do by default. */
function portsFromEnvironment() {
  const first = Number(process.env.SPUR_API_PORT ?? 0);
  if (!first) return {};
  return { gateway: first, postgres: first + 1, mailbox: first + 3, smtp: first + 4 };
}

function announce(
  siteUrl: string,
  stack: Stack | null,
  logins: readonly { email: string; password: string; description: string }[],
): void {
  console.log(`\nSpur is ready: ${siteUrl}\n`);
  if (stack) {
    console.log(`  Contact  ${siteUrl}/contact/fadenlauf`);
    console.log(`  API      ${stack.url}`);
    console.log(`  Mailbox  ${stack.mailboxUrl}\n`);
  }
  for (const { email, password, description } of logins) {
    console.log(`  ${email.padEnd(34)} ${password.padEnd(16)} ${description}`);
  }
  console.log("\nCtrl-C stops everything.");
}

function explain(error: unknown): string {
  if (error instanceof PortTakenError) {
    return `${error.message}\nPORT moves the application, SPUR_API_PORT the embedded Supabase.`;
  }
  if (error instanceof StackRunningError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
