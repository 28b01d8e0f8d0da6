import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import pg from "pg";
import { WebSocketServer } from "ws";
import { Authorizer, policyHeaders } from "./authorize";
import { DatabaseFeed } from "./database-feed";
import type { ProtocolVersion } from "./frames";
import { handleBroadcastRequest } from "./http-broadcast";
import { defaultLimits, type Limits } from "./limits";
import { consoleLog, type Log } from "./log";
import { Presences } from "./presence";
import { prunePeriodically } from "./prune";
import { reauthorizePeriodically } from "./reauthorize";
import type { Services } from "./services";
import { CLOSE, Socket } from "./socket";
import { createIdentify } from "./token";
import { Topics } from "./topics";

export type RealtimeOptions = {
  /** A role that bypasses row-level security and may `set role` to every role of a token. */
  databaseUrl: string;
  /** Secret of the HS256 signatures. */
  jwtSecret: string;
  /** Role of an opaque API key, `undefined` for anything else. */
  roleForKey: (key: string) => "anon" | "service_role" | undefined;
  log?: Log;
  /** How often the rights of joined private channels are asked again. 30 s. */
  reauthorizeEveryMs?: number;
  limits?: Partial<Limits>;
};

export type RealtimeServer = {
  /** Takes over an upgrade whose path begins with `/realtime/v1`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Answers a request whose path begins with `/realtime/v1`. */
  handleHttp(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Closes every socket, the database connections and all timers. */
  close(): Promise<void>;
};

const SOCKET_PATH = "/realtime/v1/websocket";
const POOL_SIZE = 4;
const REAUTHORIZE_EVERY_MS = 30_000;

/**
 * A Supabase Realtime server for one database, on one process: broadcast (from clients, HTTP and the
 * database), presence, and private channels under the policies of `realtime.messages`.
 *
 * Resolves when the database is being listened to; rejects when it cannot be reached. The schema
 * must exist (`installRealtimeSchema`).
 */
export async function createRealtime(options: RealtimeOptions): Promise<RealtimeServer> {
  const log = options.log ?? consoleLog;
  const limits = { ...defaultLimits, ...options.limits };
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    application_name: "supabase_realtime",
    max: POOL_SIZE,
    statement_timeout: 10_000,
  });
  pool.on("error", (error) => log("error", `idle database connection: ${error.message}`));

  const topics = new Topics();
  const presences = new Presences((address, diff) => {
    const message = { joinRef: null, ref: null, event: "presence_diff", payload: diff };
    topics.publish(address, "presence", { kind: "message", ...message });
  });
  const services: Services = {
    identify: createIdentify(options),
    authorizer: new Authorizer(pool, log),
    topics,
    presences,
    limits,
    log,
  };

  const sockets = new Set<Socket>();
  const closeAll = (reason: string) => {
    for (const socket of [...sockets]) socket.close(CLOSE.serviceRestart, reason);
  };
  const feed = new DatabaseFeed({
    databaseUrl: options.databaseUrl,
    log,
    isWanted: () => !topics.empty,
    deliver: ({ id, topic, event, json, private: isPrivate }) => {
      topics.publish({ topic, private: isPrivate }, "broadcast", {
        kind: "broadcast",
        event,
        json,
        id,
      });
    },
    // Clients that keep their channels would never learn of the gap; those that rejoin catch up.
    onLost: () => closeAll("Lost the database, messages may be missing"),
  });
  try {
    await feed.start();
  } catch (error) {
    await pool.end();
    throw error;
  }

  const everyMs = options.reauthorizeEveryMs ?? REAUTHORIZE_EVERY_MS;
  const stopReauthorizing = reauthorizePeriodically(() => channelsOf(sockets), services, everyMs);
  const stopPruning = prunePeriodically(pool, log);
  const idleCheck = setInterval(() => {
    for (const socket of [...sockets]) socket.closeIfIdle(Date.now());
  }, limits.idleAfterMs / 4).unref();

  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.maxFrameBytes,
  });

  return {
    handleUpgrade(request, socket, head) {
      const handshake = readHandshake(request);
      if (!handshake.ok) return refuse(socket, handshake.status, handshake.reason);
      const identification = services.identify(handshake.apikey);
      if (!identification.ok) return refuse(socket, "401 Unauthorized", identification.message);
      if (!feed.live) {
        return refuse(socket, "503 Service Unavailable", "Waiting for the database");
      }
      webSockets.handleUpgrade(request, socket, head, (ws) => {
        const { version, apikey } = handshake;
        const headers = policyHeaders(request.headers);
        const connected = new Socket(ws, version, apikey, headers, services);
        sockets.add(connected);
        void connected.gone.then(() => sockets.delete(connected));
      });
    },
    handleHttp: (request, response) => handleBroadcastRequest(request, response, services),
    async close() {
      stopReauthorizing();
      stopPruning();
      clearInterval(idleCheck);
      closeAll("Realtime is stopping");
      await Promise.all([...sockets].map((it) => it.gone));
      presences.close();
      webSockets.close();
      await feed.stop();
      await pool.end();
    },
  };
}

function* channelsOf(sockets: Iterable<Socket>) {
  for (const socket of sockets) yield* socket.channels;
}

type Handshake =
  | { ok: true; version: ProtocolVersion; apikey: string }
  | { ok: false; status: string; reason: string };

function readHandshake(request: IncomingMessage): Handshake {
  const url = new URL(request.url ?? "", "http://localhost");
  if (url.pathname !== SOCKET_PATH)
    return { ok: false, status: "404 Not Found", reason: "No such path" };
  // Phoenix takes a missing version for the first.
  const version = url.searchParams.get("vsn") ?? "1.0.0";
  if (version !== "1.0.0" && version !== "2.0.0") {
    return { ok: false, status: "400 Bad Request", reason: "vsn must be 1.0.0 or 2.0.0" };
  }
  const header = request.headers["x-api-key"] ?? request.headers.apikey;
  const apikey = typeof header === "string" ? header : url.searchParams.get("apikey");
  if (!apikey) return { ok: false, status: "401 Unauthorized", reason: "apikey is required" };
  return { ok: true, version, apikey };
}

function refuse(socket: Duplex, status: string, reason: string): void {
  // The peer may be gone already, which is what a refusal wants.
  socket.once("error", () => socket.destroy());
  socket.once("finish", () => socket.destroy());
  const body = JSON.stringify({ error: reason });
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
