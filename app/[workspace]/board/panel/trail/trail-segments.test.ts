import { describe, expect, it } from "vitest";
import { maxSegments, timeOnTrail, trailSegments } from "./trail-segments";

const day = 86_400_000;
const now = new Date("2026-03-11T10:00:00Z");
const open = { now, isOver: false };

/** Stays that follow each other, each as many days long; the last lasts until now. */
function staysOf(...days: number[]) {
  let end = now.getTime();
  return days
    .toReversed()
    .map((length, place) => {
      const leftAt = place === 0 ? null : new Date(end).toISOString();
      end -= length * day;
      const enteredAt = new Date(end).toISOString();
      const id = days.length - place;
      return { id, stageId: `s${id}`, enteredAt, leftAt, movedById: null };
    })
    .reverse();
}

describe("trailSegments", () => {
  it("shares the bar by the time spent, oldest first", () => {
    const segments = trailSegments(staysOf(2, 1, 5), open);
    expect(segments.map(({ stageId, share }) => [stageId, share])).toEqual([
      ["s1", 0.25],
      ["s2", 0.125],
      ["s3", 0.625],
    ]);
    expect(timeOnTrail(segments)).toBe(8 * day);
  });

  it("ends with the sale, however long ago that was", () => {
    const segments = trailSegments(staysOf(3, 1, 90), { now, isOver: true });
    expect(segments.map(({ ms }) => ms)).toEqual([3 * day, day, 0]);
    expect(timeOnTrail(segments)).toBe(4 * day);
  });

  it("draws the early part of a long trail as one and loses none of its time", () => {
    const segments = trailSegments(staysOf(1, 2, 3, 4, 5, 6, 7, 8, 9), open);
    expect(segments).toHaveLength(maxSegments);
    expect(segments[0]).toMatchObject({ stageId: null, ms: 6 * day });
    expect(segments[0]?.leftAt).toBe(segments[1]?.enteredAt);
    expect(timeOnTrail(segments)).toBe(45 * day);
  });

  it("keeps a trail that just fits whole", () => {
    const segments = trailSegments(staysOf(1, 1, 1, 1, 1, 1, 1), open);
    expect(segments.map(({ stageId }) => stageId)).not.toContain(null);
  });

  it("divides nothing by nothing right after an opportunity was made", () => {
    expect(trailSegments(staysOf(0), open)).toMatchObject([{ ms: 0, share: 0 }]);
    // The device's clock is behind.
    const future = staysOf(0).map((stay) => ({ ...stay, enteredAt: "2026-03-11T10:05:00Z" }));
    expect(trailSegments(future, open)).toMatchObject([{ ms: 0, share: 0 }]);
  });
});
