import { type ChildProcess, spawn } from "node:child_process";
import { startWatchdog } from "../supabase/local/supervise";

export interface NextServerOptions {
  development: boolean;
  host: string;
  port: number;
  /** What the application knows of its backend. */
  backend: { url: string; publishableKey: string };
  /** The address that people type, for links in mails. */
  siteUrl: string;
  /** Signs where visitors of public pages come from; without it they share one limit. */
  clientSecret?: string;
}

export interface NextServer {
  /** Resolves when the server ends by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the application and waits until it answers.
 * @throws when it ends before that
 */
export async function startNext(options: NextServerOptions): Promise<NextServer> {
  const { development, host, port, backend, siteUrl, clientSecret } = options;
  const watchdog = startWatchdog();
  const child = spawn(
    process.execPath,
    [
      "node_modules/next/dist/bin/next",
      development ? "dev" : "start",
      "--hostname",
      host,
      "--port",
      String(port),
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: development ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_PUBLIC_SUPABASE_URL: backend.url,
        NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: backend.publishableKey,
        SPUR_SITE_URL: siteUrl,
        ...(clientSecret && { SPUR_CLIENT_SECRET: clientSecret }),
      },
      stdio: ["ignore", development ? "inherit" : "ignore", "inherit"],
      // Ctrl-C reaches the whole foreground group; the order of stopping is ours to decide.
      detached: true,
    },
  );
  if (child.pid !== undefined) watchdog.watch(child.pid, "SIGTERM");
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  await waitUntilServing(child, `http://127.0.0.1:${port}/api/health`);
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(late);
      watchdog.close();
    },
  };
}

async function waitUntilServing(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const answered = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answered?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error("The application did not start; its last words are above.");
}
