import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal, isDecimal } from "./decimal";
import { parseDecimal } from "./parse-decimal";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.stringMatching(/^\d{0,5}[1-9]$/))
  .map(([whole, fraction]) => `${whole}.${fraction}`);

describe("parseDecimal", () => {
  it.each([
    ["1.234,50", "1234.50"],
    ["1.234", "1234"],
    ["1234,5", "1234.5"],
    ["1.5", "1.5"],
    ["12.345.678", "12345678"],
    [" 1 234,50 € ", "1234.50"],
    ["EUR 12", "12"],
    ["1'234,5", "1234.5"],
    ["−3,20", "-3.20"],
    [",5", "0.5"],
    ["007", "7"],
    ["-0", "0"],
    ["20 %", "20"],
  ])("reads %s in German", (text, value) => expect(parseDecimal(text, "de")).toBe(value));

  it.each([
    ["1,234.50", "1234.50"],
    ["1,234", "1234"],
    ["1234.5", "1234.5"],
    ["1,5", "1.5"],
    ["£1,000,000.01", "1000000.01"],
  ])("reads %s in English", (text, value) => expect(parseDecimal(text, "en")).toBe(value));

  it.each(["", "abc", "1.2.3", "1,2,3", "12a", "--1", "1,234.5", "."])(
    "refuses %j in German",
    (text) => expect(parseDecimal(text, "de")).toBeNull(),
  );

  it.each(["de", "en"])("reads back in %s what was written, every digit", (locale) => {
    fc.assert(
      fc.property(decimal, (value) => {
        const canonical = value.replace(/^-(0\.0*)$/, "$1");
        expect(parseDecimal(formatDecimal(canonical, locale), locale)).toBe(canonical);
      }),
    );
  });
});

describe("isDecimal", () => {
  it("knows canonical decimals from other text", () => {
    expect(["0", "-1", "10.50"].every(isDecimal)).toBe(true);
    expect(["", "1e3", "1,5", "+1", ".5", "NaN", " 1"].some(isDecimal)).toBe(false);
  });
});
