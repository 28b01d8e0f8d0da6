import { describe, expect, test } from "vitest";
import type { ErrorCode } from "@/domain/error-codes";
import type { ImportRow } from "@/domain/import-row";
import { type ImportTransport, type RunProgress, retryDelay, runImport } from "./run-import";

function rowsFrom(first: number, count: number): ImportRow[] {
  return Array.from({ length: count }, (_, index) => ({
    rowNumber: first + index,
    name: "Halle",
    customerName: "Muster GmbH",
    customerKind: "organization",
    stageId: "00000000-0000-4000-8000-000000000001",
    amount: null,
    currency: "EUR",
    probability: null,
    expectedCloseOn: null,
    nextStep: null,
    nextStepOn: null,
    source: null,
    note: null,
  }));
}

/** A server that fails as it is told, by the number of the call, and forgets nothing it was sent. */
function server(failures: Record<number, ErrorCode> = {}) {
  const calls: string[] = [];
  const rows = new Set<number>();
  const answer = async <T>(call: string, value: () => T): Promise<T> => {
    calls.push(call);
    const code = failures[calls.length];
    if (code) throw code;
    return value();
  };
  const transport: ImportTransport = {
    begin: () => answer("begin", () => ({})),
    stage: ({ rows: piece }) =>
      answer(`stage ${piece.length}`, () => {
        for (const { rowNumber } of piece) rows.add(rowNumber);
        return { staged: rows.size };
      }),
    finish: () => answer("finish", () => ({ rowCount: rows.size })),
    // Thrown above: nothing else is.
    codeOf: (error) => error as ErrorCode,
  };
  return { calls, transport };
}

async function run(options: { failures?: Record<number, ErrorCode>; sentPieces?: number }) {
  const { calls, transport } = server(options.failures);
  const reports: RunProgress[] = [];
  const waits: number[] = [];
  const sent: number[] = [];
  await runImport({
    id: "00000000-0000-4000-8000-00000000000a",
    fileName: "pipeline.csv",
    teamId: null,
    pieces: [rowsFrom(2, 3), rowsFrom(5, 2)],
    sentPieces: options.sentPieces ?? 0,
    transport,
    report: (progress) => reports.push(progress),
    onPieceSent: (count) => sent.push(count),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    now: () => 0,
    signal: new AbortController().signal,
  });
  return { calls, reports, waits, sent, end: reports.at(-1) };
}

describe("an import", () => {
  test("is begun, sent piece by piece and taken over", async () => {
    const { calls, reports, sent, end } = await run({});
    expect(calls).toEqual(["begin", "stage 3", "stage 2", "finish"]);
    expect(sent).toEqual([1, 2]);
    expect(reports.map((one) => ("staged" in one ? [one.at, one.staged] : one.at))).toEqual([
      ["staging", 0],
      ["staging", 0],
      ["staging", 3],
      ["finishing", 5],
      "done",
    ]);
    expect(end).toEqual({ at: "done", added: 5 });
  });

  test("waits longer each time while the line is down, and then goes on", async () => {
    const down = "backend_unreachable";
    const { calls, waits, end } = await run({ failures: { 2: down, 3: down, 4: "busy" } });
    expect(calls).toEqual([
      "begin",
      "stage 3",
      "stage 3",
      "stage 3",
      "stage 3",
      "stage 2",
      "finish",
    ]);
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(end).toEqual({ at: "done", added: 5 });
  });

  test("stops at what does not pass by itself, and goes on from there", async () => {
    const stopped = await run({ failures: { 3: "session_expired" } });
    expect(stopped.end).toEqual({ at: "stopped", staged: 3, total: 5, code: "session_expired" });
    const resumed = await run({ sentPieces: 1 });
    expect(resumed.calls).toEqual(["begin", "stage 2", "finish"]);
    expect(resumed.reports[0]).toEqual({ at: "staging", staged: 3, total: 5 });
  });

  test("does not take over for ever what is too slow", async () => {
    const slow = "too_slow";
    const { calls, end } = await run({ failures: { 4: slow, 5: slow, 6: slow } });
    expect(calls.filter((call) => call === "finish")).toHaveLength(3);
    expect(end).toMatchObject({ at: "stopped", code: slow });
  });

  test("says nothing more once it is abandoned", async () => {
    const { transport } = server();
    const stop = new AbortController();
    const reports: RunProgress[] = [];
    await runImport({
      id: "00000000-0000-4000-8000-00000000000a",
      fileName: "pipeline.csv",
      teamId: null,
      pieces: [rowsFrom(2, 3), rowsFrom(5, 2)],
      sentPieces: 0,
      transport,
      report: (progress) => reports.push(progress),
      onPieceSent: () => stop.abort(),
      wait: async () => {},
      now: () => 0,
      signal: stop.signal,
    });
    expect(reports.map(({ at }) => at)).toEqual(["staging", "staging"]);
  });
});

test("the pause grows to half a minute and no further", () => {
  expect([0, 1, 4, 5, 100].map(retryDelay)).toEqual([1000, 2000, 16_000, 30_000, 30_000]);
});
