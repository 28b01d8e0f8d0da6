import { randomBytes } from "node:crypto";
import { type Address, addressKey } from "./topics";

/** One tracked payload; `phx_ref` tells two of the same key apart (Phoenix.Presence). */
type Meta = Record<string, unknown> & { phx_ref: string };
type PresenceState = Record<string, { metas: Meta[] }>;
type PresenceDiff = { joins: PresenceState; leaves: PresenceState };

type Tracked = { key: string; meta: Meta };
type Room = {
  address: Address;
  tracked: Map<object, Tracked>;
  joins: Tracked[];
  leaves: Tracked[];
};

/**
 * Who is present where. Changes are announced together after a short while, as Phoenix.Tracker
 * does: when two hundred clients arrive at once, each hears of the others in a few frames instead
 * of two hundred.
 */
export class Presences {
  readonly #rooms = new Map<string, Room>();
  readonly #flushTimers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly announce: (address: Address, diff: PresenceDiff) => void,
    private readonly announceAfterMs = 20,
  ) {}

  /** Tracks or updates the one payload of an owner. */
  track(address: Address, owner: object, key: string, payload: Record<string, unknown>): void {
    const room = this.#room(address);
    const previous = room.tracked.get(owner);
    const meta: Meta = { ...payload, phx_ref: randomBytes(9).toString("base64url") };
    if (previous) {
      meta.phx_ref_prev = previous.meta.phx_ref;
      room.leaves.push(previous);
    }
    const tracked = { key, meta };
    room.tracked.set(owner, tracked);
    room.joins.push(tracked);
    this.#announceSoon(room);
  }

  /** Forgets an owner; nothing happens when it was not tracked. */
  untrack(address: Address, owner: object): void {
    const room = this.#rooms.get(addressKey(address));
    const previous = room?.tracked.get(owner);
    if (!room || !previous) return;
    room.tracked.delete(owner);
    // Even when its join is not announced yet: a client may have it from the state of its own join.
    room.leaves.push(previous);
    this.#announceSoon(room);
  }

  /** Everyone present, grouped by key. */
  state(address: Address): PresenceState {
    return group([...(this.#rooms.get(addressKey(address))?.tracked.values() ?? [])]);
  }

  close(): void {
    for (const timer of this.#flushTimers.values()) clearTimeout(timer);
    this.#flushTimers.clear();
    this.#rooms.clear();
  }

  #room(address: Address): Room {
    const key = addressKey(address);
    const room = this.#rooms.get(key) ?? { address, tracked: new Map(), joins: [], leaves: [] };
    this.#rooms.set(key, room);
    return room;
  }

  #announceSoon(room: Room): void {
    const key = addressKey(room.address);
    if (this.#flushTimers.has(key)) return;
    this.#flushTimers.set(
      key,
      setTimeout(() => this.#flush(key, room), this.announceAfterMs).unref(),
    );
  }

  #flush(key: string, room: Room): void {
    this.#flushTimers.delete(key);
    const diff = { joins: group(room.joins), leaves: group(room.leaves) };
    room.joins = [];
    room.leaves = [];
    if (room.tracked.size === 0) this.#rooms.delete(key);
    if (Object.keys(diff.joins).length + Object.keys(diff.leaves).length === 0) return;
    this.announce(room.address, diff);
  }
}

function group(all: Tracked[]): PresenceState {
  const metas = new Map<string, Meta[]>();
  for (const { key, meta } of all) {
    const list = metas.get(key);
    if (list) list.push(meta);
    else metas.set(key, [meta]);
  }
  return Object.fromEntries([...metas].map(([key, list]) => [key, { metas: list }]));
}
