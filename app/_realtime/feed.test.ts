import { expect, test } from "vitest";
import { createLateFeed, type Feed, type FeedHandlers } from "./feed";
import { createTestClock } from "./test-clock";

const handlers: FeedHandlers = {
  onChange() {},
  onJoined() {},
  onLost() {},
  onRefused() {},
  onSignedOut() {},
};

/** Notes what the feed behind it is asked to do; its code cannot be fetched at first. */
function createLine(clock: ReturnType<typeof createTestClock>, failures = 0) {
  const asked: string[] = [];
  let left = failures;
  const inner: Feed = {
    listen: (topics) => void asked.push(`listen ${topics.join(" ")}`),
    track: (topic) => void asked.push(`track ${topic}`),
    wake: () => void asked.push("wake"),
    close: () => void asked.push("close"),
  };
  const feed = createLateFeed(
    async () => {
      if (left > 0) {
        left -= 1;
        throw new Error("No line");
      }
      return () => inner;
    },
    handlers,
    clock,
  );
  return { feed, asked };
}

test("What a feed is to listen to before its code is here is listened to then", async () => {
  const clock = createTestClock();
  const { feed, asked } = createLine(clock);
  feed.listen(["a"]);
  feed.listen(["a", "b"]);
  expect(asked).toEqual([]);
  await clock.advance(1);
  feed.listen(["c"]);
  expect(asked).toEqual(["listen a b", "listen c"]);
});

test("Code of a feed that cannot be fetched is asked for again", async () => {
  const clock = createTestClock();
  const { feed, asked } = createLine(clock, 3);
  feed.listen(["a"]);
  await clock.advance(60_000);
  expect(asked).toEqual(["listen a"]);
});

test("Waking a feed whose code could not be fetched asks for it at once", async () => {
  const clock = createTestClock();
  const { feed, asked } = createLine(clock, 1);
  feed.listen(["a"]);
  await clock.advance(1);
  feed.wake();
  await clock.advance(1);
  expect(asked).toEqual(["listen a"]);
});

test("A feed that is closed before its code is here never opens", async () => {
  const clock = createTestClock();
  const late = createLine(clock);
  late.feed.close();
  const failed = createLine(clock, 1);
  await clock.advance(1);
  failed.feed.close();
  await clock.advance(60_000);
  expect([...late.asked, ...failed.asked]).toEqual([]);
});
