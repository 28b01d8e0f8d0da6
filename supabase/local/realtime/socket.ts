import type { WebSocket } from "ws";
import { Channel } from "./channel";
import {
  encodeFrame,
  type Inbound,
  type ProtocolVersion,
  parseFrame,
  type WireFrame,
} from "./frames";
import { admit } from "./join";
import { tokenBucket } from "./limits";
import type { Peer, Services } from "./services";
import { TOPIC_PREFIX } from "./topics";

/** Close codes of RFC 6455, 7.4.1, and of the IANA registry for 1012 and 1013. */
export const CLOSE = {
  normal: 1000,
  invalidData: 1007,
  policyViolation: 1008,
  internalError: 1011,
  serviceRestart: 1012,
  tryAgainLater: 1013,
} as const;

/** How long a peer may take to answer a close before its connection is cut. */
const CLOSE_GRACE_MS = 1_000;

/** One WebSocket: reads frames, guards the limits, and leads each frame to its channel. */
export class Socket implements Peer {
  readonly #channels = new Map<string, Channel>();
  /** The last task of each topic: frames of a topic are handled in turn, a join may take a while. */
  readonly #tails = new Map<string, Promise<void>>();
  readonly #frameAllowed: () => boolean;
  readonly #joinAllowed: () => boolean;
  #heardAt = Date.now();
  #joining = 0;
  #closing = false;
  /** Resolves when the connection has ended. */
  readonly gone: Promise<void>;

  constructor(
    private readonly ws: WebSocket,
    readonly version: ProtocolVersion,
    readonly apikey: string,
    readonly headers: Record<string, string>,
    private readonly services: Services,
  ) {
    this.#frameAllowed = tokenBucket(services.limits.maxFramesPerSecond);
    this.#joinAllowed = tokenBucket(services.limits.maxJoinsPerSecond);
    ws.on("message", (data: Buffer, binary: boolean) => this.#receive(data, binary));
    ws.on("ping", () => {
      this.#heardAt = Date.now();
    });
    // `ws` closes by itself after a protocol error, such as a frame beyond maxPayload.
    ws.on("error", (error) => services.log("warn", `socket error: ${error.message}`));
    this.gone = new Promise((resolve) => {
      ws.on("close", () => {
        this.#closing = true;
        this.#leaveAll();
        resolve();
      });
    });
  }

  /** Joined channels, at this moment. */
  get channels(): Iterable<Channel> {
    return this.#channels.values();
  }

  send(frame: WireFrame): void {
    if (this.#closing || this.ws.readyState !== this.ws.OPEN) return;
    if (this.ws.bufferedAmount > this.services.limits.maxBufferedBytes) {
      this.close(CLOSE.tryAgainLater, "Too slow to read its messages");
      return;
    }
    this.ws.send(frame.data, { binary: frame.binary });
  }

  /** Closes with a reason (at most 123 bytes); the client reconnects when it wants to. */
  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    if (code !== CLOSE.normal && code !== CLOSE.serviceRestart) {
      this.services.log("warn", `socket closed: ${reason}`);
    }
    this.#leaveAll();
    this.ws.close(code, reason);
    const cut = setTimeout(() => this.ws.terminate(), CLOSE_GRACE_MS).unref();
    this.ws.once("close", () => clearTimeout(cut));
  }

  closeIfIdle(now: number): void {
    if (now - this.#heardAt > this.services.limits.idleAfterMs) {
      this.close(CLOSE.normal, "No heartbeat");
    }
  }

  #receive(data: Buffer, binary: boolean) {
    if (this.#closing) return;
    this.#heardAt = Date.now();
    if (!this.#frameAllowed()) {
      return this.close(CLOSE.policyViolation, "Too many messages per second");
    }
    const inbound = parseFrame(data, binary, this.version);
    if (!inbound) return this.close(CLOSE.invalidData, "Malformed frame");
    if (inbound.topic === "phoenix") return this.#heartbeat(inbound);
    this.#inTurn(inbound.topic, () => this.#dispatch(inbound));
  }

  #inTurn(topic: string, task: () => Promise<void>): void {
    const tail = (this.#tails.get(topic) ?? Promise.resolve())
      .then(() => (this.#closing ? undefined : task()))
      .catch((error: unknown) => {
        this.services.log("error", `frame on ${topic}: ${String(error)}`);
        this.close(CLOSE.internalError, "Internal error");
      })
      .finally(() => {
        if (this.#tails.get(topic) === tail) this.#tails.delete(topic);
      });
    this.#tails.set(topic, tail);
  }

  #heartbeat(inbound: Inbound): void {
    const known = inbound.kind === "push" && inbound.event === "heartbeat";
    if (known) this.#reply(inbound, "ok", {});
    else this.#reply(inbound, "error", { reason: "unmatched topic" });
  }

  async #dispatch(inbound: Inbound): Promise<void> {
    const { topic } = inbound;
    const event = inbound.kind === "push" ? inbound.event : "broadcast";
    if (event === "phx_join" && inbound.kind === "push") return this.#join(inbound);
    const channel = this.#channels.get(topic);
    if (event === "phx_leave") {
      // A leave of an earlier join of this topic may arrive late and must not end the present one.
      const ofThisJoin = inbound.joinRef === null || inbound.joinRef === channel?.joinRef;
      this.#reply(inbound, "ok", {});
      if (ofThisJoin) channel?.close();
      return;
    }
    if (!channel) return this.#reply(inbound, "error", { reason: "unmatched topic" });
    return channel.receive(inbound);
  }

  async #join(inbound: Extract<Inbound, { kind: "push" }>): Promise<void> {
    const { topic, ref, payload } = inbound;
    if (!this.#joinAllowed()) {
      const reason = "ClientJoinRateLimitReached: Too many joins per second";
      this.#reply(inbound, "error", { reason });
      return this.close(CLOSE.policyViolation, reason);
    }
    if (!topic.startsWith(TOPIC_PREFIX)) {
      return this.#reply(inbound, "error", { reason: "unmatched topic" });
    }
    this.#channels.get(topic)?.close();
    if (this.#channels.size + this.#joining >= this.services.limits.maxChannelsPerSocket) {
      return this.#reply(inbound, "error", {
        reason: "ChannelRateLimitReached: Too many channels",
      });
    }
    this.#joining += 1;
    const admission = await admit(this, topic, payload, this.services).finally(() => {
      this.#joining -= 1;
    });
    if (this.#closing) return;
    if (!admission.ok) {
      this.services.log("info", `join of ${topic} refused: ${admission.reason}`);
      return this.#reply(inbound, "error", { reason: admission.reason });
    }
    const joinRef = inbound.joinRef ?? ref;
    const channel = new Channel(this, joinRef, admission, this.services, () => {
      this.#channels.delete(topic);
    });
    this.#channels.set(topic, channel);
    channel.enter(ref);
  }

  #reply(
    { topic, joinRef, ref }: Inbound,
    status: "ok" | "error",
    response: Record<string, unknown>,
  ): void {
    const payload = { status, response };
    const frame = encodeFrame(
      topic,
      { kind: "message", joinRef, ref, event: "phx_reply", payload },
      this.version,
    );
    if (frame) this.send(frame);
  }

  #leaveAll(): void {
    for (const channel of [...this.#channels.values()]) channel.leave();
  }
}
