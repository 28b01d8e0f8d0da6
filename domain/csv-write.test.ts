import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { writeCsv } from "./csv-write";

describe("a written CSV", () => {
  test("is read back as it was", () => {
    const text = fc.string({ unit: "binary" }).filter((one) => !/^[=+\-@\t\r]/.test(one));
    const row = fc.array(text, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom(";", ","), (rows, delimiter) => {
        const written = writeCsv(rows, delimiter);
        const { data } = Papa.parse(written, { delimiter, newline: "\r\n" });
        expect(data).toEqual([...rows, [""]]);
      }),
    );
  });

  test("holds no formula", () => {
    expect(writeCsv([["=1+1", "+49 221 1", "-3", "@SUM(A1)", "a=b"]], ";")).toBe(
      "'=1+1;'+49 221 1;'-3;'@SUM(A1);a=b\r\n",
    );
  });

  test("quotes what would fall apart", () => {
    expect(writeCsv([["Dach; Fach", 'der "Rote"', "zwei\nZeilen", "a,b"]], ";")).toBe(
      '"Dach; Fach";"der ""Rote""";"zwei\nZeilen";a,b\r\n',
    );
  });
});
