import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BoardFilter,
  countConditions,
  filterParameters,
  isUnfiltered,
  noFilter,
  queryOf,
  readFilter,
  writeFilter,
} from "./board-filter";
import { wholeBoard } from "./board-query";
import { boardQueryInput } from "./board-query-input";

const ida = "11111111-1111-4111-8111-111111111111";
const otto = "22222222-2222-4222-8222-222222222222";
const at = { today: "2026-11-25", memberId: ida };

const full: BoardFilter = {
  layout: "list",
  group: "owner",
  text: "Müller, Söhne & Co",
  owners: ["me", otto, "none"],
  teams: [otto],
  sources: ["TRADE_SHOW", "none"],
  signals: ["overdue", "missing"],
  amountFrom: "1000.5",
  amountTo: "20000",
  close: "2026-01-01..",
};

const reread = (filter: BoardFilter) => readFilter(new URLSearchParams(writeFilter(filter)));

describe("an address", () => {
  test("says a filter in full, and nothing where all is as usual", () => {
    expect(reread(full)).toEqual(full);
    expect(reread(noFilter)).toEqual(noFilter);
    expect(writeFilter(noFilter)).toEqual({});
  });

  test("says nothing that the database cannot take", () => {
    const said = {
      q: `\u0000${"x".repeat(98)} \u202e\ud83d\ude00`,
      owner: `${otto.replaceAll("2", "A")},${ida}`,
      close: "0000-01-01..2026-01-01",
    };
    expect(readFilter(new URLSearchParams(said))).toEqual({
      ...noFilter,
      text: "x".repeat(98),
      owners: [otto.replaceAll("2", "a"), ida],
    });
  });

  test("is read as far as it makes sense", () => {
    const said = {
      view: "cinema",
      group: "month",
      q: `  ${"x".repeat(200)}`,
      owner: `me,${otto},Otto,me`,
      source: "TRADE_SHOW,MOON",
      signal: "soon",
      min: "1e9",
      max: "12",
      close: "2026-02-30..",
    };
    expect(readFilter(new URLSearchParams(said))).toEqual({
      ...noFilter,
      group: "month",
      text: "x".repeat(100),
      owners: ["me", otto],
      sources: ["TRADE_SHOW"],
      amountTo: "12",
    });
  });
});

describe("what is asked of the database", () => {
  test("is what the server takes, whatever an address says", () => {
    const word = fc.oneof(
      fc.constantFrom(
        ida,
        otto,
        "me",
        "none",
        "overdue",
        "OTHER",
        "this_month",
        "1.50",
        "12.5",
        "0",
      ),
      fc.constantFrom(
        "2026-02-29",
        "2028-02-29",
        "2026-13-01",
        "0000-00-00",
        "+02026-01-01",
        "1e3",
      ),
      fc.constantFrom("2026-02-28..", "..2026-04-31", "2026-01-01..2026-12-31", ".."),
      fc.string(),
    );
    const said = fc.dictionary(
      fc.constantFrom(...filterParameters),
      fc.array(word, { maxLength: 3 }).map((words) => words.join(",")),
    );
    fc.assert(
      fc.property(said, (words) => {
        const filter = readFilter(new URLSearchParams(words));
        expect(boardQueryInput.safeParse(queryOf(filter, at)).error).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  test("is everything by stage without a filter", () => {
    expect(queryOf(noFilter, at)).toEqual(wholeBoard);
    expect(isUnfiltered(noFilter)).toBe(true);
  });

  test("is absolute: who I am and what day it is are resolved", () => {
    expect(queryOf(full, at)).toEqual({
      group: "owner",
      today: at.today,
      condition: {
        text: "Müller, Söhne & Co",
        ownerIds: [ida, otto, "none"],
        teamIds: [otto],
        sources: ["TRADE_SHOW", "none"],
        signals: ["overdue", "missing"],
        amountFrom: "1000.5",
        amountTo: "20000",
        closeFrom: "2026-01-01",
      },
    });
    expect(countConditions(full)).toBe(6);
  });

  test("knows the month, the next over the turn of the year, and the quarter", () => {
    const closing = (close: BoardFilter["close"], today: string) =>
      queryOf({ ...noFilter, close }, { ...at, today }).condition;
    expect(closing("this_month", "2028-02-10")).toEqual({
      closeFrom: "2028-02-01",
      closeTo: "2028-02-29",
    });
    expect(closing("next_month", "2026-12-31")).toEqual({
      closeFrom: "2027-01-01",
      closeTo: "2027-01-31",
    });
    expect(closing("this_quarter", "2026-11-25")).toEqual({
      closeFrom: "2026-10-01",
      closeTo: "2026-12-31",
    });
    expect(closing("none", "2026-11-25")).toEqual({ noClose: true });
  });

  test("is by month in a forecast", () => {
    expect(queryOf({ ...noFilter, layout: "forecast" }, at)).toEqual({
      group: "month",
      today: at.today,
      condition: {},
    });
  });
});
