import { expect, test } from "vitest";
import type { BoardEvent } from "@/domain/board-events";
import type { FeedHandlers } from "../feed";
import { createTestClock } from "../test-clock";
import { createLiveTopics } from "./live-topics";

const removed = new Error("removed");

function change(seq: number): BoardEvent {
  return { seq, mutationId: null, actorId: null, entity: "other", name: "lead" };
}

async function open(heads: Record<string, number> = { a: 5 }, readAt?: Record<string, number>) {
  const clock = createTestClock();
  const server = { heads, error: null as Error | null };
  const seen: (number | "missed")[] = [];
  let through: FeedHandlers | null = null;
  let listened: readonly string[] = [];
  const live = createLiveTopics({
    async fetchHeads() {
      if (server.error) throw server.error;
      return { ...server.heads };
    },
    openFeed(handlers) {
      through = handlers;
      const listen = (topics: readonly string[]) => {
        listened = topics;
      };
      return { listen, track() {}, wake() {}, close() {} };
    },
    clock,
    isSignedOut: () => false,
    isRemoved: (error) => error === removed,
  });
  const stop = live.start({
    seen: readAt,
    onEvent: (event) => void seen.push(event.seq),
    onMissed: () => void seen.push("missed"),
  });
  await clock.advance(0);
  const feed = through as FeedHandlers | null;
  if (!feed) throw new Error("no feed was opened");
  /** What was seen since it was last asked. */
  const news = () => seen.splice(0);
  return { clock, server, live, stop, feed, news, listened: () => listened };
}

test("listens to the reader's topics and reads once what may be older than they are", async () => {
  const { feed, live, news, listened } = await open({ a: 5, b: 2 });
  expect(listened()).toEqual(["a", "b"]);
  expect(news()).toEqual(["missed"]);
  feed.onJoined("a");
  expect(live.connection()).toBe("connecting");
  feed.onJoined("b");
  expect(live.connection()).toBe("live");
});

test("reads nothing again where nothing changed since the page was read", async () => {
  const { news, listened } = await open({ a: 5 }, { a: 5 });
  expect(listened()).toEqual(["a"]);
  expect(news()).toEqual([]);
});

test("reads again what changed between the page and the first look", async () => {
  const { clock, news } = await open({ a: 6 }, { a: 5 });
  await clock.advance(500);
  expect(news()).toEqual(["missed"]);
});

test("tells every change in its order, and none twice", async () => {
  const { feed, news } = await open();
  news();
  feed.onChange("a", change(6));
  feed.onChange("a", change(6));
  feed.onChange("a", change(7));
  expect(news()).toEqual([6, 7]);
});

test("reads again after a gap, and after what cannot be read", async () => {
  const { feed, news } = await open();
  news();
  feed.onChange("a", change(9));
  expect(news()).toEqual(["missed", 9]);
  feed.onChange("a", null);
  expect(news()).toEqual(["missed"]);
});

test("reads again what happened while the line was down", async () => {
  const { clock, server, feed, live, news } = await open();
  feed.onJoined("a");
  await clock.advance(500);
  news();
  feed.onLost("a");
  expect(live.connection()).toBe("offline");
  server.heads = { a: 8 };
  feed.onJoined("a");
  await clock.advance(500);
  expect(live.connection()).toBe("live");
  expect(news()).toEqual(["missed"]);
});

test("finds a lost event by comparing numbers now and then", async () => {
  const { clock, server, feed, news } = await open();
  feed.onJoined("a");
  await clock.advance(500);
  news();
  server.heads = { a: 6 };
  await clock.advance(60_000);
  expect(news()).toEqual(["missed"]);
});

test("waits for an event that is on its way instead of reading again", async () => {
  const { clock, server, feed, live, news } = await open();
  feed.onJoined("a");
  await clock.advance(500);
  news();
  server.heads = { a: 6 };
  live.wake();
  await clock.advance(100);
  feed.onChange("a", change(6));
  await clock.advance(500);
  expect(news()).toEqual([6]);
});

test("follows the reader to other topics", async () => {
  const { clock, server, feed, live, news, listened } = await open();
  feed.onJoined("a");
  await clock.advance(500);
  news();
  server.heads = { a: 5, team: 1 };
  live.wake();
  await clock.advance(500);
  expect(listened()).toEqual(["a", "team"]);
  expect(news()).toEqual(["missed"]);
});

test("says when the reader is no member any more, and asks no further", async () => {
  const { clock, server, live, news } = await open();
  news();
  server.error = removed;
  live.wake();
  await clock.advance(100);
  expect(live.connection()).toBe("removed");
  server.error = null;
  server.heads = { a: 9 };
  await clock.advance(120_000);
  expect(news()).toEqual([]);
});
