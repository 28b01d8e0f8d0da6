import { backoff, type Clock } from "./clock";
import type { Feed, FeedHandlers } from "./feed";
import type { JoinedChannel, RealtimeSession, RealtimeSocket } from "./realtime-socket";

export type FeedOptions = {
  openSocket(session: RealtimeSession): RealtimeSocket;
  fetchSession(): Promise<RealtimeSession>;
  isSignedOut(error: unknown): boolean;
  clock: Clock;
};

type Channel = JoinedChannel & { isJoined: boolean };
type Topic = { attempts: number; channel: Channel | null; cancelRejoin: () => void };

/** The server renews a token when it has little time left; asking earlier gives the same one. */
const shortestRenewal = 5000;
const nothing = () => {};

export function createFeed(options: FeedOptions, handlers: FeedHandlers): Feed {
  const { clock } = options;
  const topics = new Map<string, Topic>();
  let socket: RealtimeSocket | null = null;
  let expiresAt = 0;
  let renewing: Promise<boolean> | null = null;
  let failures = 0;
  let cancelRenewal = nothing;
  let isClosed = false;

  /** True when there is a socket with a good token. One at a time: all channels wait for the same. */
  function renew(): Promise<boolean> {
    renewing ??= fetchToken().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  async function fetchToken(): Promise<boolean> {
    cancelRenewal();
    try {
      const session = await options.fetchSession();
      if (isClosed) return false;
      socket ??= options.openSocket(session);
      // Before the first join, or the private channel is asked for as nobody.
      await socket.setAuth(session.accessToken);
      expiresAt = Date.parse(session.expiresAt);
      failures = 0;
      const remaining = expiresAt - clock.now();
      renewAfter(Math.max(remaining * 0.8, shortestRenewal));
      return !isClosed && remaining > 0;
    } catch (error) {
      if (isClosed) return false;
      if (options.isSignedOut(error)) {
        handlers.onSignedOut();
        return false;
      }
      renewAfter(backoff(failures, clock));
      failures += 1;
      return false;
    }
  }

  function renewAfter(delay: number): void {
    cancelRenewal = clock.after(delay, () => void renew().then(joinMissing));
  }

  function joinMissing(): void {
    for (const [name, topic] of topics) if (!topic.channel) join(name, topic);
  }

  function join(name: string, topic: Topic): void {
    if (!socket || isClosed || expiresAt <= clock.now()) return;
    topic.cancelRejoin();
    const channel: Channel = { leave: async () => {}, track: nothing, isJoined: false };
    topic.channel = channel;
    const joined = socket.join(name, {
      onChange: (event) => handlers.onChange(name, event),
      onPresence: (read) => handlers.onPresence?.(name, read),
      onStatus: (status) => {
        if (topic.channel !== channel) return;
        const wasJoined = channel.isJoined;
        channel.isJoined = status === "joined";
        if (status === "joined") {
          topic.attempts = 0;
          handlers.onJoined(name);
          return;
        }
        if (wasJoined) handlers.onLost(name);
        // A broken line is joined again by the socket itself.
        if (status === "lost") return;
        void replace(name, topic, channel);
        if (status === "refused") handlers.onRefused(name);
      },
    });
    Object.assign(channel, joined);
  }

  /** A channel that the server ended is never used again: a new one, with a new token, after a while. */
  async function replace(name: string, topic: Topic, channel: Channel): Promise<void> {
    topic.channel = null;
    topic.cancelRejoin = clock.after(backoff(topic.attempts, clock), async () => {
      if (topics.get(name) === topic && (await renew()) && !topic.channel) join(name, topic);
    });
    topic.attempts += 1;
    await channel.leave();
  }

  return {
    listen(names) {
      for (const [name, topic] of topics) {
        if (names.includes(name)) continue;
        topics.delete(name);
        topic.cancelRejoin();
        void topic.channel?.leave();
      }
      for (const name of names) {
        if (!topics.has(name)) {
          topics.set(name, { attempts: 0, channel: null, cancelRejoin: nothing });
        }
      }
      if (socket) {
        // Those that were refused or ended wait for their own time.
        for (const [name, topic] of topics) {
          if (!topic.channel && topic.attempts === 0) join(name, topic);
        }
      } else void renew().then(joinMissing);
    },
    track(name, shown) {
      const channel = topics.get(name)?.channel;
      if (channel?.isJoined) channel.track(shown);
    },
    wake() {
      for (const topic of topics.values()) topic.attempts = 0;
      socket?.wake();
      const isFresh = socket !== null && expiresAt - clock.now() > 60_000;
      if (isFresh) joinMissing();
      else void renew().then(joinMissing);
    },
    close() {
      isClosed = true;
      cancelRenewal();
      for (const topic of topics.values()) topic.cancelRejoin();
      topics.clear();
      socket?.close();
    },
  };
}
