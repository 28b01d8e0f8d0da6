import { describe, expect, it } from "vitest";
import { placeTooltip } from "./tooltip-place";

const view = { width: 400, height: 300 };
const tip = { width: 100, height: 20 };

describe("placeTooltip", () => {
  it("stands above the middle, or below where there is no room", () => {
    const anchor = { left: 180, top: 100, width: 40, height: 30 };
    expect(placeTooltip(anchor, tip, view, "top")).toEqual({ left: 150, top: 74 });
    expect(placeTooltip({ ...anchor, top: 10 }, tip, view, "top")).toEqual({ left: 150, top: 46 });
  });

  it("stays inside the window", () => {
    const corner = { left: 390, top: 100, width: 10, height: 10 };
    expect(placeTooltip(corner, tip, view, "top").left).toBe(292);
  });

  it("stands to the right, or to the left at the right edge", () => {
    const anchor = { left: 0, top: 100, width: 40, height: 40 };
    expect(placeTooltip(anchor, tip, view, "right")).toEqual({ left: 46, top: 110 });
    expect(placeTooltip({ ...anchor, left: 350 }, tip, view, "right").left).toBe(244);
  });
});
