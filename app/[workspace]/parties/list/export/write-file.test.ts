import { expect, test } from "vitest";
import type { PartyRow } from "../rows";
import { writeFile } from "./write-file";

const row = (name: string): PartyRow => ({
  id: name,
  version: 1,
  kind: "person",
  name,
  ownerId: null,
  status: "active",
  source: null,
  isBlacklisted: false,
  roles: [],
  classes: [],
  email: null,
  phone: null,
  town: null,
  openOpportunities: 0,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
});

const pages = [["Äpfel"], ["=Bauer", "Zoll; Amt"]];

function write(signal: AbortSignal, onProgress: (count: number) => void = () => {}) {
  return writeFile({
    head: ["Name"],
    toCells: ({ name }) => [name],
    delimiter: ";",
    async fetchPage(after) {
      const at = after === null ? 0 : Number(after[0]);
      const next = at + 1 < pages.length ? ([String(at + 1), "id"] as [string, string]) : null;
      return { rows: (pages[at] ?? []).map(row), nextCursor: next };
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
