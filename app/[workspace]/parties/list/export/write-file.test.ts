import { expect, test } from "vitest";
import { writeFile } from "./write-file";

type Row = { name: string };

const pages = [["Äpfel"], ["=Bauer", "Zoll; Amt"]];

function write(signal: AbortSignal, onProgress: (count: number) => void = () => {}) {
  return writeFile<Row, number>({
    head: ["Name"],
    toCells: ({ name }) => [name],
    delimiter: ";",
    async fetchPage(after) {
      const at = after ?? 0;
      const rows = (pages[at] ?? []).map((name) => ({ name }));
      return { rows, nextCursor: at + 1 < pages.length ? at + 1 : null };
    },
    onProgress,
    signal,
  });
}

test("a file holds all pages, begins as spreadsheets want it, and tells how far it is", async () => {
  const told: number[] = [];
  const file = await write(new AbortController().signal, (count) => told.push(count));
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(await file.text()).toContain(`Name\r\nÄpfel\r\n'=Bauer\r\n"Zoll; Amt"\r\n`);
  expect(told).toEqual([1, 3]);
});

test("a file that is given up is not made", async () => {
  const given = new AbortController();
  await expect(write(given.signal, () => given.abort())).rejects.toThrow();
});
