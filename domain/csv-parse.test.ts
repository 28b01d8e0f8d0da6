import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCsv } from "./csv-decode";
import { maxCsvColumns, maxCsvRows, type ParsedCsv, parseCsv } from "./csv-parse";

function parsed(text: string): ParsedCsv {
  const result = parseCsv(text);
  if (!result.ok) throw new Error(result.code);
  return result.csv;
}

function cellsOf(text: string): string[][] {
  return parsed(text).rows.map((row) => row.cells);
}

describe("the delimiter", () => {
  test.each([";", ",", "\t", "|"])("%j is recognised", (delimiter) => {
    const text = [
      ["Kunde", "Betrag"],
      ["A", "1"],
      ["B", "2"],
    ]
      .map((row) => row.join(delimiter))
      .join("\n");
    expect(parsed(text)).toMatchObject({ delimiter, header: ["Kunde", "Betrag"] });
  });

  test("is not taken for the comma of decimals or of names", () => {
    const text = 'Name;Betrag\n"Muster, Max";1.200,50\n"Beispiel, Bea";99,00\n';
    expect(parsed(text).delimiter).toBe(";");
    expect(parsed("Kunde;Betrag\nA, B, C;1,5\nD;2,5").delimiter).toBe(";");
  });

  test("is not looked for inside quotes", () => {
    expect(parsed('"a;b;c","d;e;f"\n"1;2;3","4;5;6"').delimiter).toBe(",");
  });

  test("may be declared in the first line, which is no row", () => {
    const text = "sep=|\r\nKunde;x|Betrag;y\r\nA|1\r\n";
    expect(parsed(text)).toEqual({
      delimiter: "|",
      header: ["Kunde;x", "Betrag;y"],
      rows: [{ rowNumber: 2, cells: ["A", "1"], short: false, problem: null }],
    });
  });

  test("of a single column is the semicolon", () => {
    expect(parsed("Kunde\nMuster GmbH\n")).toMatchObject({ delimiter: ";", header: ["Kunde"] });
  });
});

describe("rows", () => {
  test("keep quoted line breaks, delimiters and doubled quotes", () => {
    const text = 'Kunde;Notiz\r\n"Muster ""Bau"" GmbH";"erste; Zeile\r\nzweite\rdritte"\r\nB;\r\n';
    expect(cellsOf(text)).toEqual([
      ['Muster "Bau" GmbH', "erste; Zeile\nzweite\ndritte"],
      ["B", ""],
    ]);
  });

  test("are numbered as Excel numbers them", () => {
    const text = '\r\nKunde;Notiz\r\nA;"x\r\ny"\r\n;\r\n\r\nB;z\r\n';
    expect(parsed(text).rows.map((row) => row.rowNumber)).toEqual([3, 6]);
  });

  test("of old Macs end with a carriage return alone", () => {
    expect(cellsOf("Kunde;Wert\rA;1\rB;2")).toEqual([
      ["A", "1"],
      ["B", "2"],
    ]);
  });

  test("with more filled cells than the header are ragged, empty ones are dropped", () => {
    expect(parsed("a;b\n1;2;;\n1;2;3\n").rows).toEqual([
      { rowNumber: 2, cells: ["1", "2"], short: false, problem: null },
      { rowNumber: 3, cells: ["1", "2"], short: false, problem: "row_ragged" },
    ]);
  });

  test("that Excel cut short are completed", () => {
    expect(parsed("a;b;c;d\n1;2\n1;2;3;4\n").rows[0]).toEqual({
      rowNumber: 2,
      cells: ["1", "2", "", ""],
      short: true,
      problem: null,
    });
  });

  test("that an unquoted line break tore apart are ragged on both sides", () => {
    const { rows } = parsed("a;b;c;d\n1;2;3;4\n1;2;first\nsecond;4\n1;2;3;4\nlost\n");
    expect(rows.map((row) => row.problem)).toEqual([
      null,
      "row_ragged",
      "row_ragged",
      null,
      "row_ragged",
    ]);
  });

  test("with a stray quote are reported and swallow no other row", () => {
    const text = 'a;b\n"Muster" GmbH;1\nB;2\n"C;3\nD;4\n';
    expect(parsed(text).rows).toEqual([
      { rowNumber: 2, cells: ['"Muster" GmbH', "1"], short: false, problem: "quote_malformed" },
      { rowNumber: 3, cells: ["B", "2"], short: false, problem: null },
      { rowNumber: 4, cells: ['"C', "3"], short: false, problem: "quote_malformed" },
      { rowNumber: 5, cells: ["D", "4"], short: false, problem: null },
    ]);
  });

  test("longer than any record of Excel are taken for a stray quote", () => {
    const { rows } = parsed(`a;b\nA;1\n"${"x".repeat(600_000)}";2\nB;3\n`);
    expect(rows.map((row) => [row.rowNumber, row.problem])).toEqual([
      [2, null],
      [3, "quote_malformed"],
      [4, null],
    ]);
  });

  test("of two files glued together are counted on, byte order mark or not", () => {
    expect(parsed('a;b\n"x";1\n"y"z;2\n\ufeffc;3\nd;4\n').rows.map((row) => row.rowNumber)).toEqual(
      [2, 3, 4, 5],
    );
  });

  test("may have quotes inside an unquoted cell, and text disguised as a formula", () => {
    expect(cellsOf('a;b\nRohr 3/4" lang;="007"\n')).toEqual([['Rohr 3/4" lang', "007"]]);
  });
});

describe("the header", () => {
  test("has every name once", () => {
    const text = "Name; Name ;;Name (2);Name\n1;2;3;4;5\n";
    expect(parsed(text).header).toEqual(["Name", "Name (2)", "#3", "Name (2) (2)", "Name (3)"]);
  });

  test("loses the empty columns that Excel writes at its end", () => {
    expect(parsed("a;b;;;\n1;2;;;\n").header).toEqual(["a", "b"]);
    expect(parsed("a;b;;;\n1;2;3;;\n").header).toEqual(["a", "b", "#3"]);
  });

  test("may follow empty lines and a byte order mark", () => {
    expect(parsed("\ufeff\n;;\na;b\n1;2").header).toEqual(["a", "b"]);
  });
});

describe("limits", () => {
  test("are codes", () => {
    const wide = Array.from({ length: maxCsvColumns + 1 }, (_, index) => `c${index}`).join(";");
    expect(parseCsv(" \n;;\n")).toEqual({ ok: false, code: "file_empty" });
    expect(parseCsv("a;b\n")).toEqual({ ok: false, code: "file_no_rows" });
    expect(parseCsv(`${wide}\n1`)).toEqual({ ok: false, code: "file_too_many_columns" });
    expect(parseCsv(`a;b\n${"1;2\n".repeat(maxCsvRows + 1)}`)).toEqual({
      ok: false,
      code: "file_too_many_rows",
    });
    expect(parseCsv(`a;b\n${'"1"x;2\n'.repeat(101)}`)).toEqual({
      ok: false,
      code: "file_quotes_broken",
    });
  });

  test("allow exactly what they say", () => {
    expect(parsed(`a;b\n${"1;2\n".repeat(maxCsvRows)}`).rows).toHaveLength(maxCsvRows);
  });
});

const piece = fc.constantFrom(";", ",", '"', '""', "\n", "\r\n", "\r", "a", "1,5", " ", "\t", "=");

describe("garbage", () => {
  test("of random bytes never crashes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decodeCsv(bytes);
        if (decoded.ok) parseCsv(decoded.text);
      }),
      { numRuns: 500 },
    );
  });

  test("of CSV characters gives rows as wide as the header, in the order of the file", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const result = parseCsv(pieces.join(""));
        if (!result.ok) return;
        const { header, rows } = result.csv;
        expect(new Set(header).size).toBe(header.length);
        expect(rows.every((row) => row.cells.length === header.length)).toBe(true);
        const numbers = rows.map((row) => row.rowNumber);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});

test("every table written with quotes is read back", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ü", ";", ",", '"', "\n", " ", "1") });
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.constantFrom(";", ",", "\t", "|"), (body, delimiter) => {
      const lines = [["x", "y", "z"], ...body].map((row) =>
        row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
      );
      const filled = body.filter((row) => row.some((text) => text.trim() !== ""));
      const result = parseCsv(`sep=${delimiter}\r\n${lines.join("\r\n")}`);
      if (filled.length === 0) expect(result).toEqual({ ok: false, code: "file_no_rows" });
      else expect(result.ok && result.csv.rows.map((row) => row.cells)).toEqual(filled);
    }),
  );
});
