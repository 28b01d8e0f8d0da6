import type { BroadcastBody, Inbound } from "./frames";

const USER_BROADCAST_PUSH = 3;
const USER_BROADCAST = 4;
const BINARY_ENCODING = 0;
const JSON_ENCODING = 1;
const PUSH_HEADER_BYTES = 7;
const BROADCAST_HEADER_BYTES = 5;
const MAX_FIELD_BYTES = 255;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a user broadcast of protocol 2.0.0. `undefined` means malformed.
 *
 * Layout (`Serializer` of @supabase/realtime-js): kind 3, the byte lengths of join_ref, ref, topic,
 * event and metadata, the encoding (0 bytes, 1 JSON), then those fields, then the payload. The
 * payload must parse here: other clients would throw on it, and one sender must not harm them.
 */
export function decodeBinaryPush(data: Buffer): Inbound | undefined {
  if (data.length < PUSH_HEADER_BYTES || data[0] !== USER_BROADCAST_PUSH) return undefined;
  const encoding = data[PUSH_HEADER_BYTES - 1];
  const lengths = data.subarray(1, PUSH_HEADER_BYTES - 1);
  let offset = PUSH_HEADER_BYTES;
  const fields: Buffer[] = [];
  for (const length of lengths) {
    fields.push(data.subarray(offset, offset + length));
    offset += length;
  }
  if (offset > data.length) return undefined;
  try {
    const [joinRef = "", ref = "", topic = "", event = ""] = fields.map((it) => utf8.decode(it));
    const body = decodeBody(encoding, data.subarray(offset));
    if (!body) return undefined;
    return { kind: "broadcast", joinRef: joinRef || null, ref: ref || null, topic, event, body };
  } catch {
    // Fatal decoding: not UTF-8, or a payload that is not JSON.
    return undefined;
  }
}

/** Whether a topic and an event fit the one-byte lengths of a binary frame. */
export function fitsBinaryFrame(topic: string, event: string): boolean {
  return Buffer.byteLength(topic) <= MAX_FIELD_BYTES && Buffer.byteLength(event) <= MAX_FIELD_BYTES;
}

/**
 * Writes kind 4: the byte lengths of topic, event and metadata (none), the encoding, the fields,
 * the payload. Topic and event are at most 255 bytes each (`fitsBinaryFrame`).
 */
export function encodeBinaryBroadcast(topic: string, event: string, body: BroadcastBody): Buffer {
  const topicBytes = Buffer.from(topic, "utf8");
  const eventBytes = Buffer.from(event, "utf8");
  const isJson = body.encoding === "json";
  const header = Buffer.alloc(BROADCAST_HEADER_BYTES);
  header.set([
    USER_BROADCAST,
    topicBytes.length,
    eventBytes.length,
    0,
    isJson ? JSON_ENCODING : BINARY_ENCODING,
  ]);
  const payload = isJson ? Buffer.from(body.json, "utf8") : body.bytes;
  return Buffer.concat([header, topicBytes, eventBytes, payload]);
}

function decodeBody(encoding: number | undefined, payload: Buffer): BroadcastBody | undefined {
  // A copy, because the rest of the frame would stay alive with a view of it.
  if (encoding === BINARY_ENCODING) return { encoding: "binary", bytes: Buffer.from(payload) };
  if (encoding !== JSON_ENCODING) return undefined;
  const json = utf8.decode(payload);
  JSON.parse(json);
  return { encoding: "json", json };
}
