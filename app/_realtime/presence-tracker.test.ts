import { beforeEach, expect, test } from "vitest";
import type { Presence } from "@/domain/presence";
import { createTracker, type Tracker } from "./presence-tracker";
import { createTestClock, type TestClock } from "./test-clock";

const quiet: Presence = {
  memberId: "a",
  page: "board",
  isAway: false,
  openId: null,
  handIds: [],
  field: null,
};
const holding = (id: string): Presence => ({ ...quiet, handIds: [id] });
const inField = (field: string): Presence => ({ ...quiet, openId: "o1", field });

let clock: TestClock;
let sent: { at: number; presence: Presence | null }[];
let tracker: Tracker;

beforeEach(() => {
  clock = createTestClock();
  sent = [];
  tracker = createTracker((presence) => sent.push({ at: clock.now(), presence }), clock);
});

const last = () => sent.at(-1)?.presence;

test("says nothing before the channel is joined, and the newest as soon as it is", async () => {
  tracker.show(holding("o1"));
  tracker.show(quiet);
  await clock.advance(5000);
  expect(sent).toEqual([]);
  tracker.joined();
  expect(sent.map(({ presence }) => presence)).toEqual([quiet]);
});

test("says what happened in quick succession once", async () => {
  tracker.joined();
  tracker.show(inField("amount"));
  tracker.show({ ...quiet, openId: "o1" });
  tracker.show(inField("nextStep"));
  await clock.advance(1000);
  expect(sent.map(({ presence }) => presence)).toEqual([inField("nextStep")]);
});

test("says nothing again, and nothing at all of a card that was put down at once", async () => {
  tracker.show(quiet);
  tracker.joined();
  tracker.show(holding("o1"));
  tracker.show(quiet);
  await clock.advance(1000);
  expect(sent).toHaveLength(1);
});

test("never says more in half a minute than the service allows, and ends with the truth", async () => {
  tracker.joined();
  for (let i = 0; i < 200; i++) {
    tracker.show(i % 3 === 0 ? holding(`o${i}`) : inField(`field ${i}`));
    await clock.advance(450);
  }
  tracker.show(quiet);
  await clock.advance(31_000);
  expect(last()).toEqual(quiet);
  for (const { at } of sent) {
    const inWindow = sent.filter((other) => other.at >= at && other.at < at + 30_000);
    expect(inWindow.length).toBeLessThanOrEqual(5);
  }
});

test("always has a message left to say that a card was put down, also beside an open one", async () => {
  tracker.joined();
  for (let i = 0; i < 60; i++) {
    tracker.show({ ...inField("amount"), handIds: [`o${i}`] });
    await clock.advance(1000);
    const wasSeen = last()?.handIds.includes(`o${i}`);
    tracker.show(inField("amount"));
    await clock.advance(300);
    if (wasSeen) expect(last()).toEqual(inField("amount"));
  }
  expect(sent.length).toBeGreaterThan(5);
});

test("tells a channel that was joined again everything anew", async () => {
  tracker.joined();
  for (let i = 0; i < 8; i++) {
    tracker.show(inField(`field ${i}`));
    await clock.advance(300);
  }
  tracker.stop();
  await clock.advance(60_000);
  const before = sent.length;
  tracker.joined();
  expect(sent.slice(before).map(({ presence }) => presence)).toEqual([inField("field 7")]);
});
