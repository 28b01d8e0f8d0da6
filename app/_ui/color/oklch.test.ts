import { describe, expect, it } from "vitest";
import { fitAccent } from "./accent";
import { hueOf } from "./hue";
import { contrast } from "./oklch";

describe("contrast", () => {
  it("is 21 between black and white and 1 with itself", () => {
    const black = { l: 0, c: 0, h: 0 };
    const white = { l: 1, c: 0, h: 0 };
    expect(contrast(black, white)).toBeCloseTo(21, 1);
    expect(contrast(white, white)).toBeCloseTo(1, 5);
  });
});

describe("accents and hues", () => {
  it("keep the hue and limit the chroma", () => {
    expect(fitAccent({ hue: 29, chroma: 0.26 })).toEqual({ hue: 29, chroma: 0.189 });
    expect(fitAccent({ hue: 90, chroma: 0 }).chroma).toBe(0.02);
    expect(fitAccent({ hue: 170, chroma: 0.2 }).chroma).toBeLessThan(0.11);
  });

  it("are the same for the same name", () => {
    expect(hueOf("Maxinchen Musterfrau")).toBe(hueOf("Maxinchen Musterfrau"));
  });
});
