import { z } from "zod";
import { decodeBinaryPush, encodeBinaryBroadcast } from "./binary-frames";

/** Version of the Phoenix serialiser, negotiated by `vsn`. */
export type ProtocolVersion = "1.0.0" | "2.0.0";

/** What `broadcast` carries: raw bytes (v2 only), or JSON text that has been checked to parse. */
export type BroadcastBody =
  | { encoding: "json"; json: string }
  | { encoding: "binary"; bytes: Uint8Array };

/** A frame from a client. `joinRef` and `ref` are chosen by the client and echoed in the reply. */
export type Inbound = { joinRef: string | null; ref: string | null; topic: string } & (
  | { kind: "push"; event: string; payload: unknown }
  | { kind: "broadcast"; event: string; body: BroadcastBody }
);

/** A frame to a client, not yet in the form of a version. */
export type Outbound =
  | {
      kind: "message";
      joinRef: string | null;
      ref: string | null;
      event: string;
      payload: Record<string, unknown>;
    }
  /** Broadcast whose payload is already JSON text, so that it is never parsed on its way. */
  | { kind: "broadcast"; event: string; json: string; id: string | undefined }
  /** Broadcast that came as a binary frame and leaves as one where the version allows. */
  | { kind: "userBroadcast"; event: string; body: BroadcastBody };

/** `binary` is the WebSocket opcode, not the type of `data`. */
export type WireFrame = { data: Buffer; binary: boolean };

const id = z.string().max(255).nullish();
const v1Frame = z.object({
  join_ref: id,
  ref: id,
  topic: z.string(),
  event: z.string(),
  payload: z.unknown().optional(),
});
const v2Frame = z.tuple([id, id, z.string(), z.string(), z.unknown()]).rest(z.unknown());

/**
 * Reads one frame. `undefined` means malformed.
 *
 * Sources: Phoenix serialisers V1 (objects) and V2 (`[join_ref, ref, topic, event, payload]`), and
 * the `Serializer` of @supabase/realtime-js for binary user broadcasts.
 */
export function parseFrame(
  data: Buffer,
  binary: boolean,
  version: ProtocolVersion,
): Inbound | undefined {
  if (binary) return version === "2.0.0" ? decodeBinaryPush(data) : undefined;
  const json = parseJson(data.toString("utf8"));
  if (version === "2.0.0") {
    const frame = v2Frame.safeParse(json);
    if (!frame.success) return undefined;
    const [joinRef, ref, topic, event, payload] = frame.data;
    return { kind: "push", joinRef: joinRef ?? null, ref: ref ?? null, topic, event, payload };
  }
  const frame = v1Frame.safeParse(json);
  if (!frame.success) return undefined;
  const { join_ref, ref, topic, event, payload } = frame.data;
  return { kind: "push", joinRef: join_ref ?? null, ref: ref ?? null, topic, event, payload };
}

/**
 * Writes one frame. `undefined` means that the version cannot carry it: raw bytes in v1, which
 * Supabase Realtime drops for such a socket too.
 */
export function encodeFrame(
  topic: string,
  outbound: Outbound,
  version: ProtocolVersion,
): WireFrame | undefined {
  if (outbound.kind === "message") {
    return text(encodeMessage(topic, outbound, version));
  }
  if (outbound.kind === "broadcast") {
    return text(encodeJsonBroadcast(topic, outbound.event, outbound.json, outbound.id, version));
  }
  if (version === "2.0.0") {
    return { data: encodeBinaryBroadcast(topic, outbound.event, outbound.body), binary: true };
  }
  if (outbound.body.encoding === "binary") return undefined;
  return text(encodeJsonBroadcast(topic, outbound.event, outbound.body.json, undefined, version));
}

/** One outbound frame for many sockets: each version is serialised once, when first asked for. */
export class SharedFrame {
  readonly #encoded = new Map<ProtocolVersion, WireFrame | undefined>();

  constructor(
    readonly topic: string,
    readonly outbound: Outbound,
  ) {}

  /** The frame in the form of a version, or `undefined` when the version cannot carry it. */
  in(version: ProtocolVersion): WireFrame | undefined {
    if (!this.#encoded.has(version)) {
      this.#encoded.set(version, encodeFrame(this.topic, this.outbound, version));
    }
    return this.#encoded.get(version);
  }
}

/** Parses JSON, with `undefined` (which JSON cannot express) for text that is not JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function text(json: string): WireFrame {
  return { data: Buffer.from(json, "utf8"), binary: false };
}

function encodeMessage(
  topic: string,
  { joinRef, ref, event, payload }: Extract<Outbound, { kind: "message" }>,
  version: ProtocolVersion,
): string {
  // V1 has no join_ref on its way to the client.
  return version === "2.0.0"
    ? JSON.stringify([joinRef, ref, topic, event, payload])
    : JSON.stringify({ topic, event, payload, ref });
}

/** Broadcasts have neither join_ref nor ref, so one frame serves every socket of a version. */
function encodeJsonBroadcast(
  topic: string,
  event: string,
  json: string,
  id: string | undefined,
  version: ProtocolVersion,
): string {
  const meta = id === undefined ? "" : `,"meta":${JSON.stringify({ id })}`;
  const payload = `{"type":"broadcast","event":${JSON.stringify(event)},"payload":${json}${meta}}`;
  return version === "2.0.0"
    ? `[null,null,${JSON.stringify(topic)},"broadcast",${payload}]`
    : `{"topic":${JSON.stringify(topic)},"event":"broadcast","payload":${payload},"ref":null}`;
}
