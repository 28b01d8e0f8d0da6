import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shiftDecimal } from "./decimal";
import { type DecimalSeparator, guessDecimalSeparator, parseDecimal } from "./decimal-parse";

function read(text: string, decimalSeparator?: DecimalSeparator) {
  const parsed = parseDecimal(text, { decimalSeparator });
  return parsed.ok ? parsed.value : parsed.code;
}

describe("reading a number", () => {
  test.each([
    ["1.234,56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["1234,5", "1234.5"],
    ["1 234,56", "1234.56"],
    ["1\u00a0234\u00a0567,8", "1234567.8"],
    ["1\u202f234,50", "1234.5"],
    ["1’234.50", "1234.5"],
    ["1.234.567", "1234567"],
    ["1,234,567", "1234567"],
    ["1234.567", "1234.567"],
    ["0,125", "0.125"],
    [",5", "0.5"],
    ["+12", "12"],
    ["1.200,-", "1200"],
    ["1'200.--", "1200"],
    ["1.200,– €", "1200"],
    ["-0,00", "0"],
  ])("%s is %s whatever the column", (text, value) => {
    for (const separator of [undefined, ",", "."] as const) {
      expect(read(text, separator)).toBe(value);
    }
  });

  test("keeps what stands beside the digits", () => {
    const markers = [
      "€ 1200",
      "1200 €",
      "EUR 1200",
      "1200EUR",
      "US$ 1200",
      "CHF 1'200.-",
      "Fr. 1200",
    ];
    expect(markers.map((text) => parseDecimal(text))).toEqual(
      ["€", "€", "EUR", "EUR", "US$", "CHF", "Fr."].map((marker) => ({
        ok: true,
        value: "1200",
        marker,
      })),
    );
  });

  test("knows the ways to write a negative number, and refuses them where asked", () => {
    for (const text of ["-1200", "−1200", "1200-", "(1200)", "-€ 1200", "€ -1200", "(1200 €)"]) {
      expect(read(text)).toBe("-1200");
      expect(parseDecimal(text, { allowNegative: false })).toEqual({
        ok: false,
        code: "decimal_negative",
      });
    }
    expect(parseDecimal("-0", { allowNegative: false })).toMatchObject({ ok: true, value: "0" });
  });

  test("leaves two readings to the column", () => {
    expect(read("1.234")).toBe("decimal_ambiguous");
    expect(read("1.234", ",")).toBe("1234");
    expect(read("1.234", ".")).toBe("1.234");
    expect(read("1,234", ",")).toBe("1.234");
    expect(read("€ 1,234", ".")).toBe("1234");
  });

  test.each([
    "abc",
    "1.23.456",
    "1.234,56,7",
    "12 34",
    "1.2.3",
    "--5",
    "(-5)",
    "€ 5 EUR",
    "1,2E+06",
    "5 %",
    "-",
    "€",
    "9".repeat(65),
  ])("%s is no number", (text) => expect(read(text, ",")).toBe("decimal_invalid"));

  test("of nothing is empty, not zero", () => expect(read(" \u00a0 ")).toBe("decimal_empty"));
});

describe("the decimal separator of a column", () => {
  test("follows the values that can be read one way only", () => {
    expect(guessDecimalSeparator(["1.234", "12,50", ""])).toEqual({
      separator: ",",
      certain: true,
    });
    expect(guessDecimalSeparator(["1.234", "12.5"])).toEqual({ separator: ".", certain: true });
    expect(guessDecimalSeparator(["1,234", "2,345,678"], ",")).toEqual({
      separator: ".",
      certain: true,
    });
  });

  test("falls back where none decides, and says so", () => {
    expect(guessDecimalSeparator(["1.234"], ".")).toEqual({ separator: ".", certain: false });
    expect(guessDecimalSeparator(["1.234", "25.000"])).toEqual({ separator: ",", certain: false });
    expect(guessDecimalSeparator(["1,234"])).toEqual({ separator: ".", certain: false });
  });

  test("does not matter for whole numbers", () => {
    expect(guessDecimalSeparator(["12", "abc", ""], ",")).toEqual({
      separator: ",",
      certain: true,
    });
  });
});

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 19n }), fc.integer({ min: 0, max: 4 }))
  .map(([units, scale]) => shiftDecimal(units.toString(), -scale));

test("what a locale writes is read back with its separator", () => {
  const written: [string, string, DecimalSeparator][] = [
    [".", ",", ","],
    [",", ".", "."],
    ["\u00a0", ",", ","],
    ["’", ".", "."],
  ];
  fc.assert(
    fc.property(amount, fc.constantFrom(...written), (value, [group, point, separator]) => {
      const [whole = "", fraction] = value.split(".");
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
      const text = fraction === undefined ? grouped : grouped + point + fraction;
      expect(read(text, separator)).toBe(value);
    }),
  );
});

test("any text gives a value or a code, never an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(typeof parseDecimal(text).ok).toBe("boolean");
      guessDecimalSeparator([text]);
    }),
  );
});
