import { createServer } from "node:net";

export const LOOPBACK = "127.0.0.1";

/** The ports of `supabase start`, so that tools and habits carry over. */
export const DEFAULT_PORTS = {
  gateway: 54321,
  postgres: 54322,
  mailbox: 54324,
  smtp: 54325,
} as const;

export interface StackPorts {
  gateway: number;
  postgres: number;
  mailbox: number;
  smtp: number;
}

/** A port of the stack is in use; `port` says which, the message says what to do. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";

  constructor(
    readonly port: number,
    reason: string,
  ) {
    super(`Port ${port} is taken: ${reason}`);
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return await tryListen(0);
}

/** Four different free ports: all are held at once, so that none is given twice. */
export async function freePorts(): Promise<StackPorts> {
  const held = await Promise.all(Array.from({ length: 4 }, () => hold(0)));
  const [gateway = 0, postgres = 0, mailbox = 0, smtp = 0] = held.map(({ port }) => port);
  await Promise.all(held.map(({ release }) => release()));
  return { gateway, postgres, mailbox, smtp };
}

/** @throws {PortTakenError} for the first port that somebody else listens on */
export async function assertPortsFree(ports: StackPorts): Promise<void> {
  for (const port of Object.values(ports)) await assertPortFree(port);
}

/** @throws {PortTakenError} when somebody else listens on it */
export async function assertPortFree(port: number): Promise<void> {
  try {
    await tryListen(port);
  } catch (error) {
    throw await explainListenError(error, port);
  }
}

/** Turns the `EADDRINUSE` of a server into a sentence; leaves every other error as it is. */
export async function explainListenError(error: unknown, port: number): Promise<unknown> {
  if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) return error;
  const reason = (await isSupabase(port))
    ? `another Supabase stack answers at http://${LOOPBACK}:${port}. Stop it, or start this one on other ports.`
    : "another program listens there. Stop it, or start this stack on other ports.";
  return new PortTakenError(port, reason);
}

async function isSupabase(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${LOOPBACK}:${port}/auth/v1/health`, {
      signal: AbortSignal.timeout(1000),
    });
    const body = await response.text();
    return /api ?key|GoTrue/i.test(body);
  } catch {
    // Whoever listens does not speak HTTP, so it is no API gateway.
    return false;
  }
}

async function tryListen(port: number): Promise<number> {
  const held = await hold(port);
  await held.release();
  return held.port;
}

function hold(wanted: number): Promise<{ port: number; release(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: wanted, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : wanted;
      const release = () => new Promise<void>((done) => server.close(() => done()));
      resolve({ port, release });
    });
  });
}
