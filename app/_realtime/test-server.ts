import { parseBoardEvent } from "@/domain/board-events";
import { type BoardQuery, isSameQuery } from "@/domain/board-query";
import type { BoardState } from "@/domain/board-state";
import { byStage, type Cut, type TestDatabase } from "@/domain/board-test-database";
import { createBoardSync } from "./board-sync";
import type { ChannelHandlers, RealtimeSocket } from "./realtime-socket";
import type { TestClock } from "./test-clock";
import { createFeed } from "./topics";

class SignedOut extends Error {}
class Removed extends Error {}

/** How long a token of the test server is good. */
export const tokenLife = 60_000;

/** A realtime service and an API before the model database: joins, tokens, broken lines. */
export function createTestServer(database: TestDatabase, clock: TestClock) {
  const channels = new Map<string, ChannelHandlers>();
  const refusedTopics = new Set<string>();
  const calls = { catchUp: 0, open: 0, page: 0, heads: 0, session: 0, sockets: 0 };
  let delivered = database.sent.length;
  let tokenExpiresAt = 0;
  let isDown = false;
  let isLosing = false;
  let isSignedOut = false;
  let isRemoved = false;
  let catchUpDelay = 0;
  const last = () => database.snapshots.length - 1;

  async function answer<T>(kind: keyof typeof calls, read: () => T, delay = 5): Promise<T> {
    calls[kind] += 1;
    if (isSignedOut) throw new SignedOut();
    if (isRemoved && kind !== "session") throw new Removed();
    if (isDown) throw new Error("the line is down");
    const result = read();
    await new Promise<void>((resolve) => void clock.after(delay, resolve));
    if (isDown) throw new Error("the line is down");
    return result;
  }

  const socket: RealtimeSocket = {
    async setAuth(token) {
      tokenExpiresAt = Number(token);
    },
    join(topic, handlers) {
      clock.after(5, () => {
        if (refusedTopics.has(topic)) return handlers.onStatus("refused");
        if (isDown) return handlers.onStatus("lost");
        if (tokenExpiresAt <= clock.now()) return handlers.onStatus("ended");
        channels.set(topic, handlers);
        handlers.onStatus("joined");
      });
      return {
        async leave() {
          if (channels.get(topic) === handlers) channels.delete(topic);
        },
        track() {},
      };
    },
    wake() {},
    close: () => channels.clear(),
  };

  const waiting: [string, ChannelHandlers][] = [];
  return {
    calls,
    openTopics: () => [...channels.keys()],
    /** Sends what was committed since the last call, as the service would; or loses it. */
    deliver() {
      for (const { topic, event } of database.sent.slice(delivered)) {
        if (!isLosing) channels.get(topic)?.onChange(parseBoardEvent({ ...event, id: "message" }));
      }
      delivered = database.sent.length;
    },
    sendRaw: (topic: string, payload: unknown) =>
      channels.get(topic)?.onChange(parseBoardEvent(payload)),
    setLosing: (losing: boolean) => {
      isLosing = losing;
    },
    setSignedOut: (signedOut = true) => {
      isSignedOut = signedOut;
    },
    setRemoved: () => {
      isRemoved = true;
    },
    delayCatchUp: (delay: number) => {
      catchUpDelay = delay;
    },
    breakLine() {
      isDown = true;
      waiting.push(...channels);
      channels.clear();
      for (const [, handlers] of waiting) handlers.onStatus("lost");
    },
    mendLine() {
      isDown = false;
      for (const [topic, handlers] of waiting.splice(0)) {
        channels.set(topic, handlers);
        handlers.onStatus("joined");
      }
    },
    /** As the service does when a token runs out. */
    expireTokens() {
      if (tokenExpiresAt > clock.now()) return;
      const ended = [...channels.values()];
      channels.clear();
      for (const handlers of ended) handlers.onStatus("ended");
    },
    revoke(topic: string) {
      database.revoke(topic);
      refusedTopics.add(topic);
      const handlers = channels.get(topic);
      channels.delete(topic);
      handlers?.onStatus("ended");
    },
    /** A board that may be asked for what the cuts describe. */
    connect(cuts: readonly Cut[] = [byStage]) {
      const cutOf = (query: BoardQuery) => {
        const cut = cuts.find((one) => isSameQuery(one.query, query));
        if (!cut) throw new Error("no test asks for this");
        return cut;
      };
      let state: BoardState | undefined;
      let writes = 0;
      const sync = createBoardSync({
        source: {
          open: ({ pageSize, query }) =>
            answer("open", () => database.open(last(), pageSize, cutOf(query))),
          page: ({ column, after, pageSize, query }) =>
            answer("page", () => database.page(last(), column, after, pageSize, cutOf(query))),
          heads: () => answer("heads", () => database.frame(last()).heads),
          catchUp: ({ cursors, query }) =>
            answer(
              "catchUp",
              () => database.catchUp(last(), cursors, cutOf(query)),
              catchUpDelay || 5,
            ),
        },
        openFeed: (handlers) =>
          createFeed(
            {
              openSocket: () => {
                calls.sockets += 1;
                return socket;
              },
              fetchSession: () =>
                answer("session", () => ({
                  url: "",
                  key: "",
                  accessToken: String(clock.now() + tokenLife),
                  expiresAt: new Date(clock.now() + tokenLife).toISOString(),
                })),
              isSignedOut: (error) => error instanceof SignedOut,
              clock,
            },
            handlers,
          ),
        store: {
          get: () => state,
          set: (next) => {
            state = next;
            writes += 1;
          },
        },
        clock,
        isSignedOut: (error) => error instanceof SignedOut,
        isRemoved: (error) => error instanceof Removed,
      });
      return { sync, state: () => state, writes: () => writes };
    },
  };
}
