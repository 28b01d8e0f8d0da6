import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { LOOPBACK } from "./ports";

export interface Upstream {
  forward(request: IncomingMessage, response: ServerResponse, target: Target): void;
  close(): void;
}

interface Target {
  port: number;
  path: string;
  authorization: string;
  /** Set on every answer, whatever the server behind says. */
  headers: Readonly<Record<string, string>>;
  largestBody: number;
}

/** Named by RFC 9110 section 7.6.1 as concerning one connection only; `host` and the key besides. */
const NOT_FORWARDED = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "host",
  "apikey",
  "authorization",
]);

/** Passes requests on as streams, over connections that are kept open. */
export function createUpstream(): Upstream {
  // PostgREST closes connections that idle for 30 s: be earlier, and never write into a closed one.
  const agent = new Agent({ keepAlive: true, maxSockets: 128, timeout: 15_000 });
  return {
    forward: (request, response, target) => forward(agent, request, response, target),
    close: () => agent.destroy(),
  };
}

function forward(
  agent: Agent,
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
): void {
  if (Number(request.headers["content-length"] ?? 0) > target.largestBody) {
    fail(response, 413, "The request is too large.", target);
    return;
  }
  const upstream = httpRequest({
    agent,
    host: LOOPBACK,
    port: target.port,
    method: request.method ?? "GET",
    path: target.path,
    headers: { ...forwarded(request), authorization: target.authorization },
  });
  upstream.on("response", (answer) => {
    const headers = Object.entries(answer.headers).filter(([name]) => !NOT_FORWARDED.has(name));
    response.writeHead(answer.statusCode ?? 502, {
      ...Object.fromEntries(headers),
      ...target.headers,
    });
    answer.pipe(response);
    // The server behind went away in the middle of an answer: so must we.
    answer.on("error", () => response.destroy());
  });
  let refused = false;
  upstream.on("error", () => {
    if (!refused) fail(response, 503, "The database API is not available.", target);
  });
  // The caller hung up: stop the work behind as well.
  response.on("close", () => {
    if (!response.writableFinished) upstream.destroy();
  });
  request.on("error", () => upstream.destroy());

  let received = 0;
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received <= target.largestBody || refused) return;
    refused = true;
    fail(response, 413, "The request is too large.", target);
    upstream.destroy();
  });
  request.pipe(upstream);
}

function forwarded(request: IncomingMessage): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined || NOT_FORWARDED.has(name) ? [] : [[name, value]],
    ),
  );
}

function fail(response: ServerResponse, status: number, message: string, target: Target): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...target.headers, "content-type": "application/json" });
  response.end(JSON.stringify({ code: null, message, details: null, hint: null }));
}
