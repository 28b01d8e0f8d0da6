import { expect, test } from "vitest";
import { locales } from "@/app/_i18n/locale";
import { decodeCsv } from "@/domain/csv-decode";
import { parseCsv } from "@/domain/csv-parse";
import { guessMapping } from "@/domain/import-guess";
import type { ImportContext } from "@/domain/import-row";
import { validateRows } from "@/domain/import-rows";
import { sampleFile } from "./sample-file";

const context: ImportContext = {
  stages: [
    { id: "00000000-0000-4000-8000-000000000001", name: "Kontakt; erster", kind: "open" },
    { id: "00000000-0000-4000-8000-000000000002", name: "Gewonnen", kind: "won" },
  ],
  members: [],
  currency: "CHF",
  today: "2026-11-30",
};

test.each(locales)("the %s sample can be brought in as it is", (locale) => {
  const text = sampleFile(locale, context.stages, context.currency, context.today);
  const decoded = decodeCsv(new TextEncoder().encode(text));
  const parsed = parseCsv(decoded.ok ? decoded.text : "");
  if (!parsed.ok) throw new Error(parsed.code);
  const { header, rows } = parsed.csv;
  const mapping = guessMapping(
    header,
    rows.map((row) => row.cells),
    context,
  );
  const { good, bad, warnings } = validateRows(parsed.csv, mapping, context);
  expect({ bad, warnings }).toEqual({ bad: [], warnings: [] });
  expect(good[0]).toMatchObject({
    name: "Sommerfest",
    customerName: "Mustermann GmbH",
    contactName: "Maxinchen Musterfrau",
    amount: "12500",
    currency: "CHF",
    stageId: "00000000-0000-4000-8000-000000000001",
    expectedCloseOn: "2026-12-31",
  });
});
