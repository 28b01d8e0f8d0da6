import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { startNext } from "../scripts/next-server";
import { startWorkerProcess } from "../scripts/worker-process";
import { freePort, LOOPBACK } from "../supabase/local/ports";
import type { Stack } from "../supabase/local/stack";
import { startEphemeralStack } from "../supabase/local/testing";

/** What a test worker knows of the running system. */
export interface Environment {
  appUrl: string;
  apiUrl: string;
  publishableKey: string;
  databaseUrl: string;
  mailboxUrl: string;
  /** POST /kill and /restart take the API server down and bring it back. */
  controlUrl: string;
}

const VARIABLE = "SPUR_E2E_ENVIRONMENT";

export interface RunningEnvironment {
  environment: Environment;
  stop(): Promise<void>;
}

/** Starts a stack, the built application on it, and the control, on free ports. */
export async function startEnvironment(): Promise<RunningEnvironment> {
  const port = await freePort();
  const appUrl = `http://localhost:${port}`;
  const stack = await startEphemeralStack({ siteUrl: appUrl });
  const clientSecret = randomBytes(32).toString("hex");
  // Tests are their own proxy: each comes from an address of its own.
  process.env.SPUR_TRUSTED_PROXIES = "1";
  const next = await startNext({
    development: false,
    host: LOOPBACK,
    port,
    backend: stack,
    siteUrl: appUrl,
    clientSecret,
  });
  const worker = startWorkerProcess({ ...stack, siteUrl: appUrl, clientSecret });
  const control = await startControl(stack);
  const environment: Environment = {
    appUrl,
    apiUrl: stack.url,
    publishableKey: stack.publishableKey,
    databaseUrl: stack.databaseUrl,
    mailboxUrl: stack.mailboxUrl,
    controlUrl: control.url,
  };
  return {
    environment,
    async stop() {
      control.server.close();
      await worker.stop();
      await next.stop();
      await stack.stop();
    },
  };
}

/** Workers inherit the environment variables of the process that starts them. */
export function shareEnvironment(environment: Environment): void {
  process.env[VARIABLE] = JSON.stringify(environment);
}

export function sharedEnvironment(): Environment {
  const text = process.env[VARIABLE];
  if (!text) throw new Error("The end-to-end environment is not running.");
  // Written by `shareEnvironment`.
  return JSON.parse(text) as Environment;
}

async function startControl(stack: Stack): Promise<{ url: string; server: Server }> {
  const secret = randomBytes(16).toString("hex");
  const server = createServer((request, response) => {
    const acts: Record<string, () => Promise<void>> = {
      [`/${secret}/kill`]: () => stack.killApi(),
      [`/${secret}/restart`]: () => stack.restartApi(),
    };
    const act = acts[request.url ?? ""];
    if (!act) {
      response.writeHead(404).end();
      return;
    }
    act().then(
      () => response.end("done"),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, LOOPBACK, resolve));
  return { url: `http://${LOOPBACK}:${port}/${secret}`, server };
}
