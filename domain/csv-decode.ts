/** The largest file that is read, in bytes. */
export const maxCsvBytes = 20 * 1024 * 1024;

export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type CsvDecodeError = "file_empty" | "file_too_large" | "file_is_workbook" | "file_not_text";

export type DecodedCsv =
  | { ok: true; text: string; encoding: CsvEncoding }
  | { ok: false; code: CsvDecodeError };

/**
 * Bytes 0x80 to 0x9F of Windows-1252, from the index of the WHATWG Encoding Standard. The rest
 * is Latin-1. Written out because TextDecoder of Node 20.18.3 and later reads these bytes as
 * Latin-1 control characters (nodejs/node#56542): the euro sign would be lost.
 */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** What people upload by mistake: .xlsx and .ods are zip files, .xls is an OLE container. */
function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

/** UTF-16 without a byte order mark shows as a zero in every other byte of mostly western text. */
function sniffUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 2048);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = sample.length * 0.35;
  if (odd > most && even === 0) return "utf-16le";
  if (even > most && odd === 0) return "utf-16be";
  return null;
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not valid UTF-8: that is the answer asked for, not a failure.
    return null;
  }
}

function decode(bytes: Uint8Array): { text: string; encoding: CsvEncoding } {
  let utf16 = sniffUtf16(bytes);
  if (startsWith(bytes, [0xff, 0xfe])) utf16 = "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) utf16 = "utf-16be";
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  const text = tryUtf8(bytes);
  if (text !== null) return { text, encoding: "utf-8" };
  return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
}

/**
 * Turns the bytes of a file into text: by its byte order mark if it has one, as UTF-8 if it is
 * valid UTF-8, otherwise as Windows-1252, which German Excel still writes for "CSV". The mark is
 * taken off.
 */
export function decodeCsv(bytes: Uint8Array): DecodedCsv {
  if (bytes.length === 0) return { ok: false, code: "file_empty" };
  if (bytes.length > maxCsvBytes) return { ok: false, code: "file_too_large" };
  if (isWorkbook(bytes)) return { ok: false, code: "file_is_workbook" };
  const { text, encoding } = decode(bytes);
  if (text.includes("\0")) return { ok: false, code: "file_not_text" };
  if (text.trim() === "") return { ok: false, code: "file_empty" };
  return { ok: true, text, encoding };
}
