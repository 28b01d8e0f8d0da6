import { describe, expect, it } from "vitest";
import type { VisibleColumn } from "@/domain/board-visible";
import { evenTop, forecastBars, forecastTotal } from "./forecast-bars";

const column = (key: string, figures: VisibleColumn["figures"]): VisibleColumn => ({
  key,
  ids: [],
  hasMore: false,
  count: 0,
  figures,
});
const columns = [
  column("2026-11", { EUR: { count: 2, amount: "300.10", weighted: "100" } }),
  column("2026-12", {
    EUR: { count: 1, amount: "400", weighted: "400" },
    CHF: { count: 1, amount: "9", weighted: "1" },
  }),
  column("2027-01", {}),
];

describe("forecastBars", () => {
  it("draws the main currency alone, as shares of an even top", () => {
    const { bars, top } = forecastBars(columns, "EUR");
    expect(top).toBe(400);
    expect(bars.map(({ key, height, filled }) => [key, height, filled])).toEqual([
      ["2026-11", expect.closeTo(0.75025), 0.25],
      ["2026-12", 1, 1],
      ["2027-01", 0, 0],
    ]);
  });

  it("is flat where nothing is expected in that currency", () => {
    const { bars, top } = forecastBars(columns, "USD");
    expect(top).toBe(0);
    expect(bars.every(({ height, filled }) => height === 0 && filled === 0)).toBe(true);
  });
});

describe("forecastTotal", () => {
  it("adds each currency exactly and mixes none", () => {
    const { main, others } = forecastTotal(columns, "EUR");
    expect(main).toEqual({ currency: "EUR", count: 3, amount: "700.1", weighted: "500" });
    expect(others).toEqual([{ currency: "CHF", count: 1, amount: "9", weighted: "1" }]);
  });
});

describe("evenTop", () => {
  it.each([
    [0, 0],
    [0.4, 0.4],
    [1, 1],
    [1.01, 2],
    [301, 400],
    [4_500_000, 5_000_000],
    [9_999, 10_000],
  ])("of %d is %d", (value, top) => expect(evenTop(value)).toBeCloseTo(top, 9));
});
