import { describe, expect, it } from "vitest";
import { accentFromHex } from "./accent";
import { hueFrom, hueOf } from "./hue";
import { contrast, fromHex } from "./oklch";

describe("fromHex", () => {
  it("agrees with published values", () => {
    const red = fromHex("#ff0000");
    expect(red?.l).toBeCloseTo(0.628, 3);
    expect(red?.c).toBeCloseTo(0.2577, 3);
    expect(red?.h).toBeCloseTo(29.23, 1);
    expect(fromHex("#fff")?.l).toBeCloseTo(1, 3);
  });

  it("refuses what is no hex colour", () => {
    expect(fromHex("red")).toBeNull();
    expect(fromHex("#12345")).toBeNull();
  });
});

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
    expect(accentFromHex("#ff0000")).toEqual({ hue: 29, chroma: 0.189 });
    expect(accentFromHex("#808080")?.chroma).toBe(0.02);
    expect(accentFromHex("#00ffcc")?.chroma).toBeLessThan(0.11);
    expect(accentFromHex("blue")).toBeNull();
  });

  it("are the same for the same name", () => {
    expect(hueOf("Maxinchen Musterfrau")).toBe(hueOf("Maxinchen Musterfrau"));
    expect(hueFrom(null, "A")).toBe(hueOf("A"));
    expect(hueFrom("#ff0000", "A")).toBe(29);
  });
});
