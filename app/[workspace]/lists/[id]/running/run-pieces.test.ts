import { expect, test } from "vitest";
import type { ErrorCode } from "@/domain/error-codes";
import { type Pace, runPieces } from "./run-pieces";

/** Counts to `last`; fails as it is told, by the number of the call. */
async function run(last: number, failures: Record<number, ErrorCode> = {}, from = 0) {
  const calls: number[] = [];
  const told: [Pace["at"], number][] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  await runPieces<number>({
    stand: from,
    step: async (stand) => {
      calls.push(stand);
      const code = failures[calls.length];
      if (code) throw code;
      return { stand: stand + 1, isLast: stand + 1 === last };
    },
    report: ({ at }, stand) => {
      told.push([at, stand]);
      if (stand === 90) stop.abort();
    },
    // Thrown above: nothing else is.
    codeOf: (error) => error as ErrorCode,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    signal: stop.signal,
  });
  return { calls, told, waits };
}

test("pieces follow each other, and each is told", async () => {
  const { calls, told } = await run(3);
  expect(calls).toEqual([0, 1, 2]);
  expect(told).toEqual([
    ["running", 0],
    ["running", 1],
    ["running", 2],
    ["done", 3],
  ]);
});

test("a piece whose answer was lost is repeated, after longer pauses", async () => {
  const { calls, waits, told } = await run(2, { 2: "backend_unreachable", 3: "busy" });
  expect(calls).toEqual([0, 1, 1, 1]);
  expect(waits).toEqual([1000, 2000]);
  expect(told.at(-1)).toEqual(["done", 2]);
});

test("what does not pass stops it, and it goes on from there", async () => {
  const { calls, told } = await run(3, { 2: "forbidden" });
  expect(calls).toEqual([0, 1]);
  expect(told.at(-1)).toEqual(["stopped", 1]);
  expect((await run(3, {}, 1)).calls).toEqual([1, 2]);
});

test("what is given up asks and says nothing more", async () => {
  const { calls, told } = await run(100, {}, 89);
  expect(calls).toEqual([89]);
  expect(told.at(-1)).toEqual(["running", 90]);
});
