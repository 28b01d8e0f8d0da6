/** Bounds that protect the server and the other sockets from one misbehaving client. */
export type Limits = {
  /** Largest frame a socket may send, in bytes; beyond it the socket is closed with 1009. */
  maxFrameBytes: number;
  /** Largest broadcast or presence payload, in bytes. */
  maxPayloadBytes: number;
  /** Frames one socket may send per second, in the long run and as a burst. */
  maxFramesPerSecond: number;
  /** Channel joins one socket may ask for per second. */
  maxJoinsPerSecond: number;
  maxChannelsPerSocket: number;
  /** Presence messages one channel may send within `presenceWindowMs`. */
  maxPresencePerWindow: number;
  presenceWindowMs: number;
  /** Unsent bytes at which a slow reader is closed: its backlog would live in our memory. */
  maxBufferedBytes: number;
  /** Silence after which a socket is closed; clients send a heartbeat every 25 s. */
  idleAfterMs: number;
};

/**
 * Rates are those of a hosted Supabase project where it documents or codes one ("Realtime Limits",
 * and the presence window in its presence handler), so that an application that would be throttled
 * there learns it here.
 */
export const defaultLimits: Limits = {
  maxFrameBytes: 1_000_000,
  maxPayloadBytes: 256_000,
  maxFramesPerSecond: 100,
  maxJoinsPerSecond: 100,
  maxChannelsPerSocket: 100,
  maxPresencePerWindow: 5,
  presenceWindowMs: 30_000,
  maxBufferedBytes: 8_000_000,
  idleAfterMs: 60_000,
};

/** Returns a function that takes one token and says whether there was one. */
export function tokenBucket(perSecond: number, now: () => number = Date.now): () => boolean {
  let tokens = perSecond;
  let refilledAt = now();
  return () => {
    const at = now();
    tokens = Math.min(perSecond, tokens + ((at - refilledAt) / 1000) * perSecond);
    refilledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** Returns a function that counts one call and says whether the window still allowed it. */
export function windowCounter(
  maxCalls: number,
  windowMs: number,
  now: () => number = Date.now,
): () => boolean {
  let calls = 0;
  let endsAt = 0;
  return () => {
    const at = now();
    if (at >= endsAt) {
      calls = 0;
      endsAt = at + windowMs;
    }
    calls += 1;
    return calls <= maxCalls;
  };
}
