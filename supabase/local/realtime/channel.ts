import { z } from "zod";
import { AuthorizationUnavailable, type Extension, type Question, type Rights } from "./authorize";
import { encodeFrame, type Inbound, type Outbound, type WireFrame } from "./frames";
import { type Admission, ALL_RIGHTS, type JoinSettings, mayStay } from "./join";
import { windowCounter } from "./limits";
import type { Peer, Services } from "./services";
import { expiredMessage, type Identity } from "./token";
import { type Address, type Member, TOPIC_PREFIX } from "./topics";

type Reply = { status: "ok" | "error"; response: Record<string, unknown> };

const broadcastPayload = z.looseObject({ event: z.string(), payload: z.unknown().optional() });
const presencePayload = z.looseObject({ event: z.string(), payload: z.unknown().optional() });
const trackPayload = z.record(z.string(), z.unknown());
const accessTokenPayload = z.looseObject({ access_token: z.string().nullish() });

/** Longest wait before a token is looked at again; timers cannot wait for weeks. */
const MAX_EXPIRY_WAIT_MS = 3_600_000;

/** One joined topic of one socket: its rights, its presence and the answers to its pushes. */
export class Channel implements Member {
  readonly address: Address;
  readonly #settings: JoinSettings;
  #identity: Identity;
  #reads: Rights;
  #writes: Rights | undefined;
  #presenceEnabled: boolean;
  #expiryTimer: NodeJS.Timeout | undefined;
  #left = false;
  readonly #presenceAllowed: () => boolean;

  constructor(
    private readonly peer: Peer,
    readonly joinRef: string | null,
    admission: Extract<Admission, { ok: true }>,
    private readonly services: Services,
    /** Called once, when the server or the client ends the channel. */
    private readonly onLeft: (channel: Channel) => void,
  ) {
    this.#settings = admission.settings;
    this.#identity = admission.identity;
    this.#reads = admission.reads;
    this.#writes = admission.settings.private ? undefined : ALL_RIGHTS;
    this.#presenceEnabled = admission.settings.presenceEnabled;
    this.address = { topic: admission.settings.topic, private: admission.settings.private };
    const { maxPresencePerWindow, presenceWindowMs } = services.limits;
    this.#presenceAllowed = windowCounter(maxPresencePerWindow, presenceWindowMs);
  }

  get version() {
    return this.peer.version;
  }

  /** The question that keeps a private channel open, to be asked again from time to time. */
  get question(): Question | undefined {
    const { topic } = this.address;
    if (this.#left || !this.address.private) return undefined;
    return { topic, identity: this.#identity, headers: this.peer.headers };
  }

  hears(what: Extension): boolean {
    return this.#reads[what] && (what === "broadcast" || this.#presenceEnabled);
  }

  send(frame: WireFrame): void {
    this.peer.send(frame);
  }

  /** Confirms the join and begins to receive: nothing can come between the two. */
  enter(ref: string | null): void {
    this.reply(ref, { status: "ok", response: { postgres_changes: [] } });
    this.services.topics.join(this);
    this.#pushPresenceState();
    this.#watchExpiry();
  }

  /** Answers one push. */
  async receive(inbound: Inbound): Promise<void> {
    if (inbound.kind === "broadcast") {
      const { event, body } = inbound;
      const bytes = body.encoding === "json" ? Buffer.byteLength(body.json) : body.bytes.length;
      return this.#broadcast(inbound.ref, bytes, { kind: "userBroadcast", event, body });
    }
    const { ref, event, payload } = inbound;
    if (event === "broadcast") return this.#broadcastText(ref, payload);
    if (event === "presence") return this.#presence(ref, payload);
    if (event === "access_token") return this.#refreshToken(payload);
    this.#refuse(ref, `Unexpected event: ${event}`);
  }

  /** Ends the channel and tells the client, which sees `CLOSED`. */
  close(): void {
    if (this.#left) return;
    this.leave();
    // The client takes a close for its own only when ref is the ref of its join.
    this.#push({ joinRef: this.joinRef, ref: this.joinRef, event: "phx_close", payload: {} });
  }

  /** Ends the channel with a reason: a `system` error, then the close. */
  shutdown(message: string): void {
    if (this.#left) return;
    const { topic } = this.address;
    this.services.log("info", `channel ${topic} shut down: ${message}`);
    const payload = { extension: "system", status: "error", message, channel: topic };
    this.#push({ joinRef: this.joinRef, ref: null, event: "system", payload });
    this.close();
  }

  /** Ends the channel silently, as when its socket is gone. */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    clearTimeout(this.#expiryTimer);
    this.services.topics.leave(this);
    this.services.presences.untrack(this.address, this);
    this.onLeft(this);
  }

  /** Applies what the policies say now; ignored when the token has changed meanwhile. */
  applyReads(credential: string, reads: Rights) {
    if (this.#left || credential !== this.#identity.credential) return;
    const lost =
      (this.#reads.broadcast && !reads.broadcast) ||
      (this.#presenceEnabled && this.#reads.presence && !reads.presence);
    this.#reads = reads;
    this.#writes = undefined;
    if (lost || !mayStay(this.#presenceEnabled, reads)) {
      const { topic } = this.address;
      this.shutdown(
        `Unauthorized: You no longer have permission to read from this Channel topic: ${topic}`,
      );
    }
  }

  reply(ref: string | null, payload: Reply): void {
    this.#push({ joinRef: this.joinRef, ref, event: "phx_reply", payload });
  }

  async #broadcastText(ref: string | null, payload: unknown): Promise<void> {
    const parsed = broadcastPayload.safeParse(payload);
    if (!parsed.success) return this.#refuse(ref, "Broadcast payload must have an event");
    const json = JSON.stringify(parsed.data.payload ?? {});
    const { event } = parsed.data;
    return this.#broadcast(ref, Buffer.byteLength(json), {
      kind: "broadcast",
      event,
      json,
      id: undefined,
    });
  }

  async #broadcast(ref: string | null, bytes: number, outbound: Outbound): Promise<void> {
    if (bytes > this.services.limits.maxPayloadBytes) {
      return this.#refuse(ref, "payload_size_exceeded");
    }
    if (!(await this.#mayWrite("broadcast"))) {
      return this.#refuse(ref, "Unauthorized: You may not send to this Channel topic");
    }
    const except = this.#settings.self ? undefined : this;
    this.services.topics.publish(this.address, "broadcast", outbound, except);
    if (this.#settings.ack) this.reply(ref, { status: "ok", response: {} });
  }

  async #presence(ref: string | null, payload: unknown): Promise<void> {
    if (!this.#presenceAllowed()) return this.shutdown("Client presence rate limit exceeded");
    const parsed = presencePayload.safeParse(payload);
    const event = parsed.success ? parsed.data.event.toLowerCase() : "";
    if (event === "untrack") {
      this.services.presences.untrack(this.address, this);
      return this.reply(ref, { status: "ok", response: {} });
    }
    if (event !== "track") return this.#refuse(ref, "Presence event must be track or untrack");
    const tracked = trackPayload.safeParse(parsed.data?.payload ?? {});
    if (!tracked.success) return this.#refuse(ref, "Presence track payload must be a map");
    if (JSON.stringify(tracked.data).length > this.services.limits.maxPayloadBytes) {
      return this.shutdown("Track message size exceeded");
    }
    if (!(await this.#mayWrite("presence"))) {
      return this.#refuse(ref, "Unauthorized: You may not track presence on this Channel topic");
    }
    const { presenceKey } = this.#settings;
    this.services.presences.track(this.address, this, presenceKey, tracked.data);
    this.reply(ref, { status: "ok", response: {} });
    if (!this.#presenceEnabled) {
      this.#presenceEnabled = true;
      this.#pushPresenceState();
    }
  }

  /** Supabase Realtime answers a refresh only when it fails; opaque keys are no tokens. */
  async #refreshToken(payload: unknown): Promise<void> {
    const token = accessTokenPayload.safeParse(payload).data?.access_token;
    if (!token || token.startsWith("sb_") || token === this.#identity.credential) return;
    const identification = this.services.identify(token);
    if (!identification.ok) return this.shutdown(identification.message);
    const { identity } = identification;
    this.#identity = identity;
    this.#watchExpiry();
    const question = this.question;
    if (!question) return;
    const reads = await this.#ask(() => this.services.authorizer.read(question));
    if (reads) this.applyReads(identity.credential, reads);
  }

  async #mayWrite(extension: Extension): Promise<boolean> {
    const question = this.question;
    if (!this.#writes && question) {
      this.#writes = await this.#ask(() => this.services.authorizer.write(question));
    }
    return !this.#left && (this.#writes?.[extension] ?? false);
  }

  /** No answer is no right: the channel ends, and the client may come again. */
  async #ask(question: () => Promise<Rights>): Promise<Rights | undefined> {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof AuthorizationUnavailable)) throw error;
      this.services.log("error", `channel ${this.address.topic}: ${String(error.cause)}`);
      this.shutdown(error.message);
      return undefined;
    }
  }

  #watchExpiry() {
    clearTimeout(this.#expiryTimer);
    const { expiresAt } = this.#identity;
    if (expiresAt === undefined) return;
    const remaining = expiresAt - Date.now();
    if (remaining <= 0) return this.shutdown(expiredMessage(expiresAt, Date.now()));
    const wait = Math.min(remaining, MAX_EXPIRY_WAIT_MS);
    this.#expiryTimer = setTimeout(() => this.#watchExpiry(), wait).unref();
  }

  #pushPresenceState(): void {
    if (!this.hears("presence")) return;
    const payload = this.services.presences.state(this.address);
    this.#push({ joinRef: this.joinRef, ref: null, event: "presence_state", payload });
  }

  #refuse(ref: string | null, reason: string): void {
    this.reply(ref, { status: "error", response: { reason } });
  }

  #push(message: Omit<Extract<Outbound, { kind: "message" }>, "kind">): void {
    const outbound: Outbound = { kind: "message", ...message };
    const frame = encodeFrame(TOPIC_PREFIX + this.address.topic, outbound, this.version);
    if (frame) this.peer.send(frame);
  }
}
