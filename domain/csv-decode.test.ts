import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCsv, maxCsvBytes } from "./csv-decode";

const sample = "Kunde;Betrag\r\nMüller & Söhne GmbH;1.200,00 €\r\n";

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = (mark ? "\ufeff" : "") + text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let index = 0; index < units.length; index += 1) {
    view.setUint16(index * 2, units.charCodeAt(index), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

describe("the bytes of a file", () => {
  test.each([
    ["UTF-8", "utf-8", new TextEncoder().encode(sample)],
    ["UTF-8 with a byte order mark", "utf-8", new TextEncoder().encode(`\ufeff${sample}`)],
    ["UTF-16 little endian", "utf-16le", utf16(sample, true, true)],
    ["UTF-16 big endian", "utf-16be", utf16(sample, false, true)],
    ["UTF-16 little endian without a mark", "utf-16le", utf16(sample, true, false)],
    ["UTF-16 big endian without a mark", "utf-16be", utf16(sample, false, false)],
  ])("are read as %s", (_, encoding, bytes) => {
    expect(decodeCsv(bytes)).toEqual({ ok: true, text: sample, encoding });
  });

  test("are read as Windows-1252 when they are no UTF-8, with its euro, dash and quotes", () => {
    const bytes = Uint8Array.of(0x4d, 0xfc, 0x80, 0x84, 0x93, 0x96, 0x8a, 0x9f, 0x81, 0xa0, 0xdf);
    expect(decodeCsv(bytes)).toEqual({
      ok: true,
      text: "Mü€„“–ŠŸ\u0081\u00a0ß",
      encoding: "windows-1252",
    });
  });

  test("are refused with a reason when they are no text", () => {
    const workbook = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00);
    const oldWorkbook = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1);
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    expect(decodeCsv(workbook)).toEqual({ ok: false, code: "file_is_workbook" });
    expect(decodeCsv(oldWorkbook)).toEqual({ ok: false, code: "file_is_workbook" });
    expect(decodeCsv(picture)).toEqual({ ok: false, code: "file_not_text" });
    expect(decodeCsv(new Uint8Array())).toEqual({ ok: false, code: "file_empty" });
    expect(decodeCsv(Uint8Array.of(0xef, 0xbb, 0xbf, 0x20, 0x0a))).toEqual({
      ok: false,
      code: "file_empty",
    });
    expect(decodeCsv(new Uint8Array(maxCsvBytes + 1))).toEqual({
      ok: false,
      code: "file_too_large",
    });
  });

  test("give text or a code whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof decodeCsv(bytes).ok).toBe("boolean");
      }),
    );
  });
});
