import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { AuthorizationUnavailable, policyHeaders } from "./authorize";
import { fitsBinaryFrame } from "./binary-frames";
import { type Outbound, parseJson } from "./frames";
import type { Services } from "./services";
import type { Identity } from "./token";
import { type Address, TOPIC_PREFIX } from "./topics";

type Message = Address & { outbound: Outbound };
type Refusal = { status: number; error: string };
type Parsed = { ok: true; messages: Message[] } | ({ ok: false } & Refusal);

const BATCH_PATH = "/realtime/v1/api/broadcast";
const SINGLE_PATH = /^\/realtime\/v1\/api\/broadcast\/([^/]+)\/events\/([^/]+)$/;

const batch = z.object({
  messages: z
    .array(
      z.object({
        topic: z.string().min(1),
        event: z.string().min(1),
        payload: z.unknown().refine((it) => it != null, "is required"),
        private: z.boolean().nullish(),
      }),
    )
    .min(1),
});

/**
 * Serves `POST /api/broadcast` (a batch) and `POST /api/broadcast/:topic/events/:event`
 * (`channel.httpSend`). 202 when sent; 401, 403, 404, 405, 413, 415, 422 or 503 with `{ error }`
 * otherwise, and then nothing was sent.
 *
 * Source: Supabase Realtime, `broadcast_controller.ex` and `broadcast_single_controller.ex`.
 */
export async function handleBroadcastRequest(
  request: IncomingMessage,
  response: ServerResponse,
  services: Services,
): Promise<void> {
  const refusal = await broadcast(request, services);
  if (!refusal) {
    response.writeHead(202).end();
    return;
  }
  response
    .writeHead(refusal.status, { "content-type": "application/json" })
    .end(JSON.stringify({ error: refusal.error }));
}

async function broadcast(
  request: IncomingMessage,
  services: Services,
): Promise<Refusal | undefined> {
  const url = new URL(request.url ?? "", "http://localhost");
  const single = SINGLE_PATH.exec(url.pathname);
  if (!single && url.pathname !== BATCH_PATH) return { status: 404, error: "Not found" };
  if (request.method !== "POST") return { status: 405, error: "Only POST is served" };

  const identification = services.identify(credentialOf(request));
  if (!identification.ok) return { status: 401, error: identification.message };
  const body = await readBody(request, services.limits.maxFrameBytes);
  if (!body) return { status: 413, error: "Request body is too large" };
  const parsed = single ? parseSingle(request, url, single, body) : parseBatch(body);
  if (!parsed.ok) return parsed;
  const tooLarge = parsed.messages.some(
    ({ outbound }) => payloadBytes(outbound) > services.limits.maxPayloadBytes,
  );
  if (tooLarge) return { status: 422, error: "Payload size exceeds the limit" };

  const refusal = await authorize(request, parsed.messages, identification.identity, services);
  if (refusal) return refusal;
  for (const { topic, private: isPrivate, outbound } of parsed.messages) {
    services.topics.publish({ topic, private: isPrivate }, "broadcast", outbound);
  }
  return undefined;
}

function parseBatch(body: Buffer): Parsed {
  const parsed = batch.safeParse(parseJson(body.toString("utf8")));
  if (!parsed.success) return unprocessable(z.prettifyError(parsed.error));
  const messages = parsed.data.messages.map(({ topic, event, payload, private: isPrivate }) => ({
    topic: withoutPrefix(topic),
    private: isPrivate ?? false,
    outbound: { kind: "broadcast" as const, event, json: JSON.stringify(payload), id: undefined },
  }));
  return { ok: true, messages };
}

function parseSingle(
  request: IncomingMessage,
  url: URL,
  [, topicSegment = "", eventSegment = ""]: RegExpExecArray,
  body: Buffer,
): Parsed {
  if (url.searchParams.has("persist") || url.searchParams.has("persist[ttl]")) {
    return unprocessable("persist is not served");
  }
  const topic = decodeSegment(topicSegment);
  const event = decodeSegment(eventSegment);
  if (!topic || !event) return unprocessable("topic and event must be URL-encoded");
  const address = {
    topic: withoutPrefix(topic),
    private: url.searchParams.get("private") === "true",
  };
  const type = request.headers["content-type"]?.split(";")[0]?.trim();
  if (type === "application/octet-stream") {
    if (!fitsBinaryFrame(TOPIC_PREFIX + address.topic, event)) {
      return unprocessable("topic and event must be at most 255 bytes");
    }
    const bytes = { encoding: "binary" as const, bytes: body };
    return {
      ok: true,
      messages: [{ ...address, outbound: { kind: "userBroadcast", event, body: bytes } }],
    };
  }
  if (type !== "application/json") {
    return { ok: false, status: 415, error: "Content type must be JSON or octet-stream" };
  }
  const payload = parseJson(body.toString("utf8"));
  if (payload === undefined || payload === null) return unprocessable("payload must be JSON");
  const json = JSON.stringify(payload);
  return {
    ok: true,
    messages: [{ ...address, outbound: { kind: "broadcast", event, json, id: undefined } }],
  };
}

/** All or nothing: a batch with one topic that the sender may not write is refused whole. */
async function authorize(
  request: IncomingMessage,
  messages: Message[],
  identity: Identity,
  services: Services,
): Promise<Refusal | undefined> {
  if (identity.role === "service_role") return undefined;
  const headers = policyHeaders(request.headers);
  const topics = new Set(messages.filter((it) => it.private).map((it) => it.topic));
  try {
    for (const topic of topics) {
      const rights = await services.authorizer.write({ topic, identity, headers });
      if (!rights.broadcast) return { status: 403, error: "Unauthorized" };
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof AuthorizationUnavailable)) throw error;
    services.log("error", `HTTP broadcast: ${String(error.cause)}`);
    return { status: 503, error: error.message };
  }
}

/** A bearer token outranks the key, unless it is itself an opaque key. */
function credentialOf(request: IncomingMessage): string {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const { apikey } = request.headers;
  return bearer ?? (typeof apikey === "string" ? apikey : "");
}

/** `undefined` when the body is larger than allowed; the rest of it is then read and dropped. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
  }
  return bytes <= maxBytes ? Buffer.concat(chunks) : undefined;
}

function payloadBytes(outbound: Outbound): number {
  if (outbound.kind === "broadcast") return Buffer.byteLength(outbound.json);
  if (outbound.kind === "userBroadcast" && outbound.body.encoding === "binary") {
    return outbound.body.bytes.length;
  }
  return 0;
}

/** Callers may write the topic as clients do on the wire. */
function withoutPrefix(topic: string): string {
  return topic.startsWith(TOPIC_PREFIX) ? topic.slice(TOPIC_PREFIX.length) : topic;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign; the caller is told.
    return undefined;
  }
}

function unprocessable(error: string): Parsed {
  return { ok: false, status: 422, error };
}
