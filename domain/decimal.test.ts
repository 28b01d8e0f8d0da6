import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  multiplyDecimalByInteger,
  roundDecimal,
  shiftDecimal,
  subtractDecimals,
} from "./decimal";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => shiftDecimal(units.toString(), -scale));

describe("exact decimals", () => {
  test("have one spelling per value", () => {
    expect(canonicalDecimal("007.5000")).toBe("7.5");
    expect(canonicalDecimal("-0.00")).toBe("0");
    expect(canonicalDecimal("120")).toBe("120");
  });

  test("add what floats cannot", () => {
    expect(addDecimals("0.1", "0.2")).toBe("0.3");
    expect(addDecimals("999999999999999.9999", "0.0001")).toBe("1000000000000000");
    expect(subtractDecimals("1", "1.0000")).toBe("0");
    expect(subtractDecimals("0.05", "1.5")).toBe("-1.45");
  });

  test("weigh an amount by a whole percentage without loss", () => {
    expect(shiftDecimal(multiplyDecimalByInteger("1234.5678", 33), -2)).toBe("407.407374");
    expect(shiftDecimal("12.34", 4)).toBe("123400");
  });

  test("round half away from zero, as Postgres does", () => {
    expect(roundDecimal("0.00005", 4)).toBe("0.0001");
    expect(roundDecimal("-2.5", 0)).toBe("-3");
    expect(roundDecimal("2.4999", 0)).toBe("2");
    expect(roundDecimal("12.3", 4)).toBe("12.3");
  });

  test("compare by value, not by spelling", () => {
    expect(compareDecimals("10", "9.99")).toBe(1);
    expect(compareDecimals("-10", "-9.99")).toBe(-1);
    expect(compareDecimals("1.50", "1.5")).toBe(0);
  });

  test("refuse what is no plain decimal", () => {
    for (const text of ["", "1e3", "1,5", ".5", "+1", "NaN"]) {
      expect(() => addDecimals(text, "0")).toThrow(RangeError);
    }
    expect(() => multiplyDecimalByInteger("1", 0.5)).toThrow(RangeError);
  });

  test("form a commutative group under addition", () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(addDecimals(a, b)).toBe(addDecimals(b, a));
        expect(addDecimals(addDecimals(a, b), c)).toBe(addDecimals(a, addDecimals(b, c)));
        expect(subtractDecimals(addDecimals(a, b), b)).toBe(a);
        expect(subtractDecimals(a, a)).toBe("0");
      }),
    );
  });

  test("multiply by an integer as by adding that often", () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 20 }), (a, times) => {
        const sum = Array.from({ length: times }, () => a).reduce(addDecimals, "0");
        expect(multiplyDecimalByInteger(a, times)).toBe(sum);
      }),
    );
  });

  test("are ordered as their differences say, and rounding moves by half a unit at most", () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 6 }), (a, b, places) => {
        expect(compareDecimals(a, b)).toBe(compareDecimals(subtractDecimals(a, b), "0"));
        const moved = subtractDecimals(roundDecimal(a, places), a).replace("-", "");
        expect(compareDecimals(moved, shiftDecimal("5", -places - 1))).not.toBe(1);
      }),
    );
  });
});
