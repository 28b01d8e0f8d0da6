import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeCsv } from "@/domain/csv-decode";
import { parseCsv } from "@/domain/csv-parse";
import { guessMapping } from "@/domain/import-guess";
import type { ImportContext } from "@/domain/import-row";
import { validateRows } from "@/domain/import-rows";
import { DEMO_MEMBERS } from "./demo/people";
import { largePipeline, samplePipeline, sampleWithBadRows } from "./sample-csv";
import { DEFAULT_STAGES } from "./types";

const context: ImportContext = {
  stages: DEFAULT_STAGES.map(({ name, kind }, index) => ({ id: uuid(index), name, kind })),
  members: DEMO_MEMBERS.map(({ givenName, familyName, email }, index) => ({
    id: uuid(100 + index),
    name: `${givenName} ${familyName}`,
    email,
  })),
  currency: "EUR",
  today: "2026-11-01",
};

test("the files in the folder are what the factory makes", () => {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url));
  expect(read("sample-pipeline.csv").equals(samplePipeline())).toBe(true);
  expect(read("sample-pipeline-with-errors.csv").equals(sampleWithBadRows())).toBe(true);
});

test("every row of the sample can be imported into the demo workspace", () => {
  const { good, bad } = readFile(samplePipeline());
  expect(bad).toEqual([]);
  expect(good).toHaveLength(8);
  expect(good[0]).toMatchObject({
    customerName: "Mustermann GmbH",
    amount: "2112.5",
    stageId: uuid(2),
    ownerId: uuid(102),
    expectedCloseOn: "2027-03-15",
    note: "Wie beim Sommerfest.\nFarbe: Petrol statt Marine.",
  });
});

test("the sample with errors names six bad rows and keeps the good ones", () => {
  const { good, bad } = readFile(sampleWithBadRows());
  expect(good).toHaveLength(8);
  expect(bad.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ["amount_invalid"],
    ["stage_unknown"],
    ["date_invalid"],
    ["probability_invalid"],
    ["customer_missing"],
    ["owner_unknown", "amount_negative"],
  ]);
});

test("a large file has as many rows as asked for", () => {
  const { good, bad } = readFile(largePipeline(1000));
  expect(bad).toEqual([]);
  expect(good).toHaveLength(1000);
});

function readFile(bytes: Buffer) {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) throw new Error(decoded.code);
  const parsed = parseCsv(decoded.text);
  if (!parsed.ok) throw new Error(parsed.code);
  const { header, rows } = parsed.csv;
  const sample = rows.map(({ cells }) => cells);
  return validateRows(parsed.csv, guessMapping(header, sample, context), context);
}

function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}
