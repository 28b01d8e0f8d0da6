import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DayOrder,
  fromExcelSerial,
  guessDayOrder,
  isExcelSerialColumn,
  parseLocalDate,
} from "./local-date";

function dayOf(text: string, order?: DayOrder) {
  const parsed = parseLocalDate(text, order);
  return parsed.ok ? parsed.value : parsed.code;
}

describe("reading a day", () => {
  test.each([
    "31.12.2026",
    "31.12.26",
    "31. 12. 2026",
    "2026-12-31",
    "2026/12/31",
    "20261231",
    "31/12/2026",
    "12/31/2026",
    "31-12-2026",
    "31. Dez. 2026",
    "31. Dezember 2026",
    "31.Dez.26",
    "31-Dec-26",
    "31 December 2026",
    "31st of December 2026",
    "Dec 31, 2026",
    "December 31st, 2026",
    "Donnerstag, 31. Dezember 2026",
    "Do, 31.12.2026",
    "Thursday, December 31, 2026",
    "31.12.2026 00:00",
    "31.12.2026, 14:30 Uhr",
    "12/31/2026 2:30 PM",
    "2026-12-31T23:59:59.000Z",
    "2026-12-31 23:59:59 +0100",
    "31.\u00a0Dez.\u202f2026",
  ])("%s is the last day of 2026 in any column", (text) => {
    for (const order of [undefined, "day-first", "month-first"] as const) {
      expect(dayOf(text, order)).toBe("2026-12-31");
    }
  });

  test.each([
    ["5. Jänner 2026", "2026-01-05"],
    ["1. Mrz. 2026", "2026-03-01"],
    ["7. März 2026", "2026-03-07"],
    ["7. Ma\u0308rz 2026", "2026-03-07"],
    ["1. Mai 2026", "2026-05-01"],
    ["Mon, May 4, 2026", "2026-05-04"],
    ["29.02.2028", "2028-02-29"],
    ["1.7.69", "2069-07-01"],
    ["1.7.70", "1970-07-01"],
  ])("%s is %s", (text, day) => expect(dayOf(text)).toBe(day));

  test("leaves two readings to the column", () => {
    expect(dayOf("03/04/2026")).toBe("date_ambiguous");
    expect(dayOf("03/04/2026", "day-first")).toBe("2026-04-03");
    expect(dayOf("03/04/2026", "month-first")).toBe("2026-03-04");
    expect(dayOf("03.04.2026", "month-first")).toBe("2026-04-03");
    expect(dayOf("04/04/2026")).toBe("2026-04-04");
  });

  test.each([
    "31.02.2026",
    "29.02.2027",
    "32.01.2026",
    "0.1.2026",
    "13/13/2026",
    "31.12.",
    "Dez 26",
    "Q4 2026",
    "46387",
    "31. Foo 2026",
    "heute",
    "1".repeat(65),
  ])("%s is no day", (text) => expect(dayOf(text, "day-first")).toBe("date_invalid"));

  test("keeps to the years from 1900 to 2200", () => {
    expect(dayOf("31.12.1899")).toBe("date_out_of_range");
    expect(dayOf("01.01.1900")).toBe("1900-01-01");
    expect(dayOf("31.12.2200")).toBe("2200-12-31");
    expect(dayOf("2201-01-01")).toBe("date_out_of_range");
  });

  test("of nothing is empty", () => expect(dayOf("  ")).toBe("date_empty"));
});

describe("the order of day and month in a column", () => {
  test("follows the values that can be read one way only", () => {
    expect(guessDayOrder(["03/04/2026", "25/04/2026"])).toEqual({
      order: "day-first",
      certain: true,
    });
    expect(guessDayOrder(["03/04/2026", "04/25/2026"])).toEqual({
      order: "month-first",
      certain: true,
    });
  });

  test("falls back where none decides, and says so", () => {
    expect(guessDayOrder(["03/04/2026"], "month-first")).toEqual({
      order: "month-first",
      certain: false,
    });
    expect(guessDayOrder(["31.12.2026", "", "x"])).toEqual({ order: "day-first", certain: true });
  });
});

test("a column of Excel's day numbers is recognised as a whole only", () => {
  expect(isExcelSerialColumn(["46387", "", "46023,00"])).toBe(true);
  expect(isExcelSerialColumn(["46387", "31.12.2026"])).toBe(false);
  expect(isExcelSerialColumn(["", " "])).toBe(false);
  expect(fromExcelSerial("46387")).toEqual({ ok: true, value: "2026-12-31" });
  expect(fromExcelSerial("12")).toEqual({ ok: false, code: "date_invalid" });
});

test("every day of the range survives each way to write it", () => {
  const day = fc.date({
    min: new Date("1900-01-01T00:00:00Z"),
    max: new Date("2200-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  const german = new Intl.DateTimeFormat("de-DE", { dateStyle: "full", timeZone: "UTC" });
  const american = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = "", month = "", dayOfMonth = ""] = iso.split("-");
      expect(dayOf(german.format(date))).toBe(iso);
      expect(dayOf(american.format(date))).toBe(iso);
      expect(dayOf(`${dayOfMonth}/${month}/${year}`, "day-first")).toBe(iso);
      expect(dayOf(`${month}/${dayOfMonth}/${year}`, "month-first")).toBe(iso);
    }),
  );
});

test("any text gives a day or a code, never an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(typeof parseLocalDate(text).ok).toBe("boolean");
      guessDayOrder([text]);
    }),
  );
});
