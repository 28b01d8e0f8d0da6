import { describe, expect, test } from "vitest";
import { decodeCsv } from "./csv-decode";
import { maxCsvRows, parseCsv } from "./csv-parse";
import { guessMapping } from "./import-guess";
import { importRow } from "./import-row";
import { validateRows } from "./import-rows";
import { context } from "./import-test-context";

const upperWindows1252: Record<string, number> = {
  "€": 0x80,
  "„": 0x84,
  "“": 0x93,
  "–": 0x96,
  "’": 0x92,
};

/** What German Excel writes for "CSV (Trennzeichen-getrennt)". */
function toWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => upperWindows1252[char] ?? char.charCodeAt(0));
}

function load(bytes: Uint8Array) {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) throw new Error(decoded.code);
  const parsed = parseCsv(decoded.text);
  if (!parsed.ok) throw new Error(parsed.code);
  const { csv } = parsed;
  const mapping = guessMapping(
    csv.header,
    csv.rows.slice(0, 50).map((row) => row.cells),
    context,
  );
  return { encoding: decoded.encoding, ...csv, ...validateRows(csv, mapping, context) };
}

const excelFile = [
  "sep=;",
  "Verkaufschance;Kunde;Ansprechpartner;Auftragswert;Phase;Wahrscheinlichkeit;Abschluss geplant;Zuständig;Quelle;Bemerkung;;",
  'Neue Halle;Müller & Söhne GmbH;Mustermann, Max;1.200,50 €;Angebot;20%;31.12.2026;Mia Muster;Messe;"„eilt“ – bitte\nzurückrufen; Preis ""fix""";;',
  'Dachausbau;"Mustermann, Maxinchen";;25.000,- €;Erstkontakt;5,0%;1.7.26;ben@spur.example;Empfehlung;;;',
  ";;;;;;;;;;;",
  "Fenster;Beispiel AG;Frau Beispiel;1.234;Gewonnen;100%;15. Mrz. 2026;;Plakat;;;",
  "Tore;Größe & Co. KG;;CHF 1’500.00;;;31.02.2026;;;;;",
  "Zaun;;;-300,00 €;Angebot;120%;########;Niemand;;;;",
  "Lager;Muster e.K.;;  -   € ;angebot;0%;31.12.2026",
  "",
].join("\r\n");

describe("a file of German Excel", () => {
  const file = load(toWindows1252(excelFile));

  test("is read with all its traps", () => {
    expect(file.encoding).toBe("windows-1252");
    expect(file.delimiter).toBe(";");
    expect(file.header).toHaveLength(10);
    expect(file.good).toEqual([
      {
        rowNumber: 2,
        name: "Neue Halle",
        customerName: "Müller & Söhne GmbH",
        customerKind: "organization",
        contactName: "Max Mustermann",
        ownerId: context.members[0]?.id,
        stageId: context.stages[1]?.id,
        amount: "1200.5",
        currency: "EUR",
        probability: 20,
        expectedCloseOn: "2026-12-31",
        nextStep: null,
        nextStepOn: null,
        source: "TRADE_SHOW",
        note: '„eilt“ – bitte\nzurückrufen; Preis "fix"',
      },
      expect.objectContaining({
        rowNumber: 3,
        customerName: "Maxinchen Mustermann",
        customerKind: "person",
        amount: "25000",
        ownerId: context.members[1]?.id,
        expectedCloseOn: "2026-07-01",
        source: "WORD_OF_MOUTH",
      }),
      expect.objectContaining({
        rowNumber: 5,
        contactName: "Beispiel",
        amount: "1234",
        stageId: context.stages[2]?.id,
        expectedCloseOn: "2026-03-15",
        note: "Quelle: Plakat",
      }),
      expect.objectContaining({ rowNumber: 8, amount: null, probability: 0 }),
    ]);
  });

  test("tells for every bad row what is wrong", () => {
    expect(file.bad).toEqual([
      {
        row: 6,
        problems: [{ field: "expectedCloseOn", code: "date_invalid", value: "31.02.2026" }],
      },
      {
        row: 7,
        problems: [
          { field: "customer", code: "customer_missing", value: "" },
          { field: "owner", code: "owner_unknown", value: "Niemand" },
          { field: "amount", code: "amount_negative", value: "-300,00 €" },
          { field: "probability", code: "probability_invalid", value: "120%" },
          { field: "expectedCloseOn", code: "cell_unreadable", value: "########" },
        ],
      },
    ]);
    expect(file.warnings.map(({ row, code }) => [row, code])).toEqual([
      [5, "source_kept_in_note"],
      [8, "row_short"],
    ]);
  });

  test("is the same file as UTF-8 with a byte order mark", () => {
    const { encoding, ...rest } = load(new TextEncoder().encode(`\ufeff${excelFile}`));
    const { encoding: _, ...expected } = file;
    expect(encoding).toBe("utf-8");
    expect(rest).toEqual(expected);
  });
});

test("a file as long as allowed is read whole", () => {
  const lines = Array.from(
    { length: maxCsvRows },
    (_, index) =>
      `Vorhaben ${index};Kunde ${index % 900} GmbH;${(index % 900) + 1}.000,50 €;Angebot;${index % 101} %;31.12.2026;Mia Muster;"Zeile 1\nZeile ${index}"`,
  );
  const text = `Titel;Kunde;Betrag;Phase;WK;Abschluss;Besitzer;Notiz\n${lines.join("\n")}\n`;
  const { good, bad } = load(new TextEncoder().encode(text));
  expect(bad).toEqual([]);
  expect(good).toHaveLength(maxCsvRows);
  expect(good.map((row) => row.rowNumber)).toEqual(good.map((_, index) => index + 2));
  expect(importRow.safeParse(good.at(-1)).success).toBe(true);
}, 30_000);
