import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type ApiKeys, type ApiRole, checkApiKey } from "./api-keys";
import type { Auth } from "./auth";
import { explainListenError, LOOPBACK } from "./ports";
import { createUpstream } from "./proxy";
import type { Log } from "./supervise";
import { readRequest, writeResponse } from "./web-request";

interface RealtimeHandler {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  handleHttp(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface GatewayOptions {
  port: number;
  keys: ApiKeys;
  auth: Auth;
  restPort: number;
  realtime: RealtimeHandler;
  log: Log;
}

export interface Gateway {
  close(): Promise<void>;
}

const LARGEST_REST_BODY = 32_000_000;
const LARGEST_AUTH_BODY = 1_000_000;

/** Paths that a mail, a redirect or a monitor opens, which carry no key; as in Supabase's Kong. */
const OPEN_PATHS = new Set([
  "/auth/v1/verify",
  "/auth/v1/callback",
  "/auth/v1/authorize",
  "/auth/v1/health",
]);

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "Content-Range, Content-Location, Content-Profile, Location, Preference-Applied, Range-Unit, " +
    "X-Supabase-Api-Version, X-Sb-Error-Code",
};

/**
 * One origin for Auth, REST and Realtime, as Supabase's API gateway is. It checks the API key and
 * turns it into a role; a user's token outranks the key.
 * @throws {PortTakenError}
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const upstream = createUpstream();
  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      options.log(`gateway: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { message: "An unexpected failure occurred." });
    });
  });
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (request, socket, head) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    socket.on("error", () => socket.destroy());
    if (request.url?.startsWith("/realtime/v1/")) {
      options.realtime.handleUpgrade(request, socket, head);
    } else {
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    }
  });
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
  // Above the idle time of usual clients, which would else meet connections closed under them.
  server.keepAliveTimeout = 65_000;

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "OPTIONS") return sendPreflight(request, response);
    const url = new URL(request.url ?? "/", `http://${LOOPBACK}:${options.port}`);
    if (OPEN_PATHS.has(url.pathname) || url.pathname.startsWith("/auth/v1/.well-known/")) {
      return await toAuth(request, response, url);
    }
    const service = /^\/(auth|rest|realtime)\/v1(\/|$)/.exec(url.pathname)?.[1];
    if (!service) return sendJson(response, 404, { message: "no Route matched with those values" });

    const check = checkApiKey(options.keys, request.headers, url);
    if (!check.ok) return sendJson(response, check.status, check.body);
    if (service === "rest") return toRest(request, response, url, check.role);
    if (service === "auth") return await toAuth(request, response, url);
    setHeaders(response);
    await options.realtime.handleHttp(request, response);
  }

  function toRest(request: IncomingMessage, response: ServerResponse, url: URL, role: ApiRole) {
    url.searchParams.delete("apikey");
    // The untouched text where possible: parsing and printing a query is not always the same query.
    const search = request.url?.includes("apikey=")
      ? url.search
      : (request.url ?? "").replace(/^[^?]*/, "");
    upstream.forward(request, response, {
      port: options.restPort,
      path: `${url.pathname.slice("/rest/v1".length) || "/"}${search}`,
      authorization: options.keys.authorizationFor(role, request.headers.authorization),
      headers: CORS,
      largestBody: LARGEST_REST_BODY,
    });
  }

  async function toAuth(request: IncomingMessage, response: ServerResponse, url: URL) {
    const read = await readRequest(request, url, LARGEST_AUTH_BODY);
    if (!read) {
      // The rest of the body was not read: whoever reused the connection would wait behind it.
      response.setHeader("connection", "close");
      return sendJson(response, 413, { message: "The request is too large." });
    }
    const answer = await options.auth.fetch(read);
    setHeaders(response);
    await writeResponse(answer, response);
  }

  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port, LOOPBACK, resolve);
    });
  } catch (error) {
    throw await explainListenError(error, options.port);
  }

  return {
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of upgraded) socket.destroy();
      server.closeAllConnections();
      upstream.close();
      await closed;
    },
  };
}

function sendPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers["access-control-request-headers"];
  response.writeHead(204, {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, PUT, PATCH, POST, DELETE, OPTIONS",
    "access-control-allow-headers": asked ?? "*",
    "access-control-max-age": "3600",
  });
  response.end();
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  setHeaders(response);
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
}
