import { describe, expect, it } from "vitest";
import { dayIn, formatDate, formatDateTime, formatRelative, formatShortDay } from "./date";
import { formatDuration } from "./duration";
import { formatList } from "./list";
import { formatCompactMoney, formatMoney, formatPercent } from "./money";

const berlin = "Europe/Berlin";

/** Makes the blanks `Intl` chooses comparable. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

describe("money", () => {
  it("keeps digits a float would lose", () => {
    expect(plain(formatMoney("9007199254740993.07", "EUR", "de"))).toBe(
      "9.007.199.254.740.993,07 €",
    );
    expect(formatMoney("-1234.5", "EUR", "en")).toBe("-€1,234.50");
  });

  it("follows the currency's own decimals and leaves ,00 away on request", () => {
    expect(plain(formatMoney("1200", "JPY", "de"))).toBe("1.200 ¥");
    expect(plain(formatMoney("1200.00", "EUR", "de", { trim: true }))).toBe("1.200 €");
    expect(plain(formatMoney("1200.50", "EUR", "de", { trim: true }))).toBe("1.200,50 €");
  });

  it("is short for heads of columns", () => {
    expect(plain(formatCompactMoney("1234567.89", "EUR", "de"))).toBe("1,2 Mio. €");
    expect(plain(formatCompactMoney("123456.70", "EUR", "de"))).toBe("123.457 €");
    expect(plain(formatCompactMoney("0", "EUR", "de"))).toBe("0 €");
    expect(formatCompactMoney("1234567.89", "EUR", "en")).toMatch(/^€1\.2[mM]$/);
  });

  it("refuses what is no decimal", () => {
    expect(() => formatMoney("1,5", "EUR", "de")).toThrow(RangeError);
  });

  it("writes shares as percent", () => {
    expect(plain(formatPercent("0.2", "de"))).toBe("20 %");
    expect(formatPercent(0.125, "en", 1)).toBe("12.5%");
  });
});

describe("dates", () => {
  it("show the day an instant falls on in the zone", () => {
    expect(formatDate("2026-03-30T22:30:00Z", "de", berlin)).toBe("31.03.2026");
    expect(formatDate("2026-03-30T22:30:00Z", "en", "America/New_York")).toBe("30 Mar 2026");
    expect(dayIn("2026-03-30T22:30:00Z", berlin)).toBe("2026-03-31");
  });

  it("leave a day that day in every zone", () => {
    expect(formatDate("2026-03-31", "en", "Pacific/Honolulu")).toBe("31 Mar 2026");
    expect(formatDate("2026-03-31", "de", "Pacific/Kiritimati", "long")).toBe("31. März 2026");
  });

  it("leave the year away within the year", () => {
    const now = new Date("2026-03-01T00:00:00Z");
    expect(formatShortDay("2026-12-05", "de", berlin, now)).toBe("5. Dez.");
    expect(formatShortDay("2027-01-05", "de", berlin, now)).toBe("5. Jan. 2027");
  });

  it("show the clock of the zone", () => {
    expect(formatDateTime("2026-07-01T12:05:00Z", "de", berlin)).toBe("01.07.2026, 14:05");
  });

  it("refuse what is no date", () => {
    expect(() => formatDate("soon", "de", berlin)).toThrow(RangeError);
  });
});

describe("relative dates", () => {
  const now = new Date("2026-03-31T08:00:00Z");
  it.each([
    ["2026-03-31T07:59:40Z", "jetzt"],
    ["2026-03-31T07:55:00Z", "vor 5 Minuten"],
    ["2026-03-31T05:00:00Z", "vor 3 Stunden"],
    ["2026-03-30T12:00:00Z", "gestern"],
    ["2026-03-31", "heute"],
    ["2026-04-01", "morgen"],
    ["2026-04-10", "in 10 Tagen"],
    ["2026-05-05", "in 5 Wochen"],
    ["2025-09-30", "vor 5 Monaten"],
    ["2022-01-01", "vor 4 Jahren"],
  ])("%s is %s", (when, words) => expect(formatRelative(when, "de", berlin, now)).toBe(words));

  it("count calendar days of the zone, not stretches of 24 hours", () => {
    const justAfterMidnight = new Date("2026-03-30T22:10:00Z");
    const lateBefore = "2026-03-30T20:30:00Z";
    expect(formatRelative(lateBefore, "de", berlin, justAfterMidnight)).toBe("gestern");
    expect(formatRelative(lateBefore, "en", "UTC", justAfterMidnight)).toBe("1 hour ago");
  });
});

describe("durations and lists", () => {
  it("speak both languages", () => {
    expect(plain(formatDuration(3, "day", "de"))).toBe("3 Tage");
    expect(formatDuration(1, "day", "en")).toBe("1 day");
    expect(formatList(["A", "B", "C"], "de")).toBe("A, B und C");
    expect(formatList(["A", "B"], "en", "disjunction")).toBe("A or B");
  });
});
