import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type RealtimeChannel,
  RealtimeClient,
  type RealtimeClientOptions,
} from "@supabase/supabase-js";
import pg from "pg";
import { vi } from "vitest";
import { WebSocket } from "ws";
import { signJwt } from "../jwt";
import { createRealtime, type RealtimeOptions } from "./server";
import { startTestDatabase } from "./test-database";

// Room for a busy machine; a test that passes takes a fraction.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 });

export const JWT_SECRET = "a secret of the tests, long enough for HS256";
export const ANON_KEY = "sb_publishable_test";
export const SERVICE_KEY = "sb_secret_test";

/** `ws` is the documented transport for Node; only the `this` and `null` of its types differ. */
const transport = WebSocket as unknown as NonNullable<RealtimeClientOptions["transport"]>;

type Version = "1.0.0" | "2.0.0";

export type TestServer = {
  /** Base of the service, `http://…/realtime/v1`. */
  url: string;
  databaseUrl: string;
  /** Runs a statement as `postgres`, the role of migrations, which is no superuser. */
  sql(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** Runs a statement as the superuser. */
  admin(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** A client of the official library; closed with the server. */
  client(options?: { version?: Version; token?: string; key?: string }): Promise<RealtimeClient>;
  /** A bare WebSocket that is open; closed with the server. */
  socket(options?: { version?: Version; key?: string }): Promise<WebSocket>;
  /** A fresh user who is a member of a topic, with a token. */
  member(topic: string, options?: { maySend?: boolean }): Promise<{ id: string; token: string }>;
  log: string[];
  /** Stops the realtime server alone, as often as you like. */
  stopRealtime(): Promise<void>;
  close(): Promise<void>;
};

/** Starts the server on a database of its own, with policies that read `public.members`. */
export async function startTestServer(options: Partial<RealtimeOptions> = {}): Promise<TestServer> {
  const database = await startTestDatabase();
  const log: string[] = [];
  const postgres = new pg.Pool({ connectionString: database.url("postgres"), max: 4 });
  const admin = new pg.Pool({ connectionString: database.url("supabase_admin"), max: 2 });
  // Connections of the tests are killed together with those of the server.
  for (const pool of [postgres, admin]) pool.on("error", (error) => log.push(error.message));
  await postgres.query(MEMBERS);

  const realtime = await createRealtime({
    databaseUrl: database.url("supabase_admin"),
    jwtSecret: JWT_SECRET,
    roleForKey: (key) => ROLES[key],
    log: (level, message) => log.push(`${level}: ${message}`),
    ...options,
  });
  const http = createServer((request, response) => {
    realtime.handleHttp(request, response).catch((error: unknown) => {
      log.push(String(error));
      response.writeHead(500).end();
    });
  });
  http.on("upgrade", realtime.handleUpgrade);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/realtime/v1`;

  let stopped: Promise<void> | undefined;
  const stopRealtime = () => {
    stopped ??= realtime.close();
    return stopped;
  };
  const clients: RealtimeClient[] = [];
  const sockets: WebSocket[] = [];
  return {
    url,
    databaseUrl: database.url("supabase_admin"),
    log,
    sql: (text, values) => postgres.query(text, values),
    admin: (text, values) => admin.query(text, values),
    async member(topic, { maySend = true } = {}) {
      const id = randomUUID();
      await postgres.query("insert into public.members values ($1, $2, $3)", [topic, id, maySend]);
      return { id, token: accessToken(id) };
    },
    async client({ version = "2.0.0", token, key = ANON_KEY } = {}) {
      const client = new RealtimeClient(url.replace("http", "ws"), {
        params: { apikey: key },
        vsn: version,
        transport,
        reconnectAfterMs: () => 50,
      });
      if (token) await client.setAuth(token);
      clients.push(client);
      return client;
    },
    async socket({ version = "2.0.0", key = ANON_KEY } = {}) {
      const address = `${url.replace("http", "ws")}/websocket?apikey=${key}&vsn=${version}`;
      const socket = new WebSocket(address);
      sockets.push(socket);
      await new Promise<void>((resolve, reject) => {
        socket.once("open", () => resolve());
        socket.once("error", reject);
      });
      return socket;
    },
    stopRealtime,
    async close() {
      await Promise.all(clients.map((client) => client.disconnect()));
      for (const socket of sockets) socket.terminate();
      await stopRealtime();
      await new Promise((resolve) => http.close(resolve));
      await postgres.end();
      await admin.end();
      await database.stop();
    },
  };
}

/** An access token of Auth's shape. `expiresIn` in seconds. */
export function accessToken(sub: string, expiresIn = 3600, role = "authenticated"): string {
  const exp = Date.now() / 1000 + expiresIn;
  return signJwt({ sub, role, aud: role, exp }, JWT_SECRET);
}

type Joined = { statuses: string[]; errors: string[] };

/** Subscribes and resolves with the first status; later ones are appended to the lists. */
export async function subscribe(channel: RealtimeChannel): Promise<Joined & { first: string }> {
  const statuses: string[] = [];
  const errors: string[] = [];
  const first = await new Promise<string>((resolve) => {
    channel.subscribe((status, error) => {
      statuses.push(status);
      if (error) errors.push(error.message);
      resolve(status);
    });
  });
  return { first, statuses, errors };
}

/** Broadcasts of an event, as they arrive. Call before `subscribe`. */
export function received(channel: RealtimeChannel, event = "*"): Record<string, unknown>[] {
  const messages: Record<string, unknown>[] = [];
  channel.on("broadcast", { event }, (message) => messages.push(message));
  return messages;
}

/** Waits until a check gives something truthy, asking every few milliseconds. */
export async function eventually<T>(
  check: () => T | Promise<T>,
  withinMs = 10_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const ROLES: Record<string, "anon" | "service_role"> = {
  [ANON_KEY]: "anon",
  [SERVICE_KEY]: "service_role",
};

const MEMBERS = `
  create table public.members (
    topic text not null, user_id uuid not null, may_send boolean not null default true,
    primary key (topic, user_id)
  );
  grant select on public.members to authenticated;
  create policy "Members read their topics" on realtime.messages for select to authenticated
    using (exists (
      select from public.members m
      where m.topic = realtime.topic() and m.user_id = (select auth.uid())
    ));
  create policy "Members who may send do" on realtime.messages for insert to authenticated
    with check (exists (
      select from public.members m
      where m.topic = realtime.topic() and m.user_id = (select auth.uid()) and m.may_send
    ));
  create function public.tell(topic text, payload jsonb, event text default 'changed') returns void
    language sql security definer set search_path = ''
    as $$ select realtime.send(payload, event, topic, true) $$;
`;
