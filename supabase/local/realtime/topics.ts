import { type Outbound, type ProtocolVersion, SharedFrame, type WireFrame } from "./frames";

/** A public and a private channel of one name are two places: neither hears the other. */
export type Address = { topic: string; private: boolean };

/** One joined channel, as the fan-out sees it. */
export type Member = {
  readonly address: Address;
  readonly version: ProtocolVersion;
  hears(what: "broadcast" | "presence"): boolean;
  send(frame: WireFrame): void;
};

/** Prefix that the client puts before a topic on the wire. */
export const TOPIC_PREFIX = "realtime:";

/** A string that is equal for equal addresses. */
export function addressKey(address: Address): string {
  return `${address.private ? "private" : "public"}:${address.topic}`;
}

/** Who has joined what, and the fan-out to them. */
export class Topics {
  readonly #members = new Map<string, Set<Member>>();

  get empty(): boolean {
    return this.#members.size === 0;
  }

  join(member: Member): void {
    const key = addressKey(member.address);
    const members = this.#members.get(key) ?? new Set();
    this.#members.set(key, members.add(member));
  }

  leave(member: Member): void {
    const key = addressKey(member.address);
    const members = this.#members.get(key);
    if (!members?.delete(member)) return;
    if (members.size === 0) this.#members.delete(key);
  }

  /** Sends one frame to every member that may hear it, in the order of the calls. */
  publish(
    address: Address,
    what: "broadcast" | "presence",
    outbound: Outbound,
    except?: Member,
  ): void {
    const members = this.#members.get(addressKey(address));
    if (!members) return;
    const shared = new SharedFrame(TOPIC_PREFIX + address.topic, outbound);
    for (const member of members) {
      if (member === except || !member.hears(what)) continue;
      const frame = shared.in(member.version);
      if (frame) member.send(frame);
    }
  }
}
