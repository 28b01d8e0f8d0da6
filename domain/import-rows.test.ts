import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCsv } from "./csv-parse";
import { emptyMapping, guessMapping } from "./import-guess";
import { type ImportContext, importRow } from "./import-row";
import { validateRows } from "./import-rows";
import { context } from "./import-test-context";
import { collectUnknownValues } from "./import-values";

const [first, offer, won, lost] = context.stages.map((stage) => stage.id);
const [mia, ben] = context.members.map((member) => member.id);

/** Parses, maps by the first guess, validates. */
function load(text: string, within: ImportContext = context) {
  const result = parseCsv(text);
  if (!result.ok) throw new Error(result.code);
  const { csv } = result;
  const sample = csv.rows.map((row) => row.cells);
  const mapping = guessMapping(csv.header, sample, within);
  return { csv, mapping, ...validateRows(csv, mapping, within) };
}

/** The problems of the only row under a header. */
function problemsOf(header: string, row: string) {
  const { bad } = load(`${header}\n${row}\n`);
  return bad.flatMap(({ problems }) => problems.map(({ field, code }) => `${field}: ${code}`));
}

function warningsOf(text: string, within?: ImportContext) {
  return load(text, within).warnings.map(({ row, code, value }) => [row, code, value]);
}

describe("a good row", () => {
  test("has everything that the file says", () => {
    const { good, bad, warnings } = load(
      "Titel;Kunde;Ansprechpartner;Betrag;Währung;Phase;Wahrscheinlichkeit;Abschluss;Zuständig;Nächster Schritt;Wiedervorlage;Quelle;Notiz\n" +
        'Neue Halle;Muster Bau GmbH;Mustermann, Max;1.234,56;CHF;angebot;20 %;31.12.2026;"Beispiel, Ben";Anrufen;01.07.2026;Messe;"eins\nzwei"\n',
    );
    expect({ bad, warnings }).toEqual({ bad: [], warnings: [] });
    expect(good).toEqual([
      {
        rowNumber: 2,
        name: "Neue Halle",
        customerName: "Muster Bau GmbH",
        customerKind: "organization",
        contactName: "Max Mustermann",
        ownerId: ben,
        stageId: offer,
        amount: "1234.56",
        currency: "CHF",
        probability: 20,
        expectedCloseOn: "2026-12-31",
        nextStep: "Anrufen",
        nextStepOn: "2026-07-01",
        source: "TRADE_SHOW",
        note: "eins\nzwei",
      },
    ]);
  });

  test("needs a customer only", () => {
    expect(load("Kunde\nMuster GmbH\n").good).toEqual([
      {
        rowNumber: 2,
        name: "Muster GmbH",
        customerName: "Muster GmbH",
        customerKind: "organization",
        stageId: first,
        amount: null,
        currency: "EUR",
        probability: null,
        expectedCloseOn: null,
        nextStep: null,
        nextStepOn: null,
        source: null,
        note: null,
      },
    ]);
  });

  test("may have its contact for a customer", () => {
    const { good } = load("Titel;Ansprechpartner\nHalle;Max Mustermann (max@muster.example)\n");
    expect(good).toMatchObject([{ customerName: "Max Mustermann", customerKind: "person" }]);
    expect(good[0]).not.toHaveProperty("contactName");
  });

  test("takes its currency from its column, else from beside the amount, else from the header", () => {
    const currencies = (text: string) => load(text).good.map((row) => row.currency);
    expect(currencies("Kunde;Betrag\nA;1 €\nB;$ 2\nC;CHF 3\nD;4\n")).toEqual([
      "EUR",
      "USD",
      "CHF",
      "EUR",
    ]);
    expect(currencies("Kunde;Betrag;Währung\nA;$ 1;CAD\nB;2 £;\n")).toEqual(["CAD", "GBP"]);
    expect(currencies("Kunde;Betrag (USD)\nA;1\nB;2 €\n")).toEqual(["USD", "EUR"]);
  });

  test("of a closed deal goes to the stage of its outcome", () => {
    const { good } = load(
      "Kunde;Phase;Status\nA;Angebot;Gewonnen\nB;Unbekannt;Lost\nC;Angebot;Offen\n",
    );
    expect(good.map((row) => row.stageId)).toEqual([won, lost, offer]);
    expect(load("Kunde;Phase\nA;Closed Won\n").good[0]?.stageId).toBe(won);
  });

  test("keeps an unknown source in its note, in the words of the file", () => {
    const { good, warnings } = load("Kunde;Lead-Quelle;Notiz\nA;Plakat;eilt\n");
    expect(good).toMatchObject([{ source: null, note: "eilt\nLead-Quelle: Plakat" }]);
    expect(warnings).toMatchObject([{ row: 2, code: "source_kept_in_note", value: "Plakat" }]);
  });
});

describe("the column decides how a cell is read", () => {
  test("for amounts", () => {
    const amounts = (text: string) => load(text).good.map((row) => row.amount);
    expect(amounts("Kunde;Betrag\nA;1.234\nB;12,50\n")).toEqual(["1234", "12.5"]);
    expect(amounts("Kunde;Betrag\nA;1.234\nB;12.50\n")).toEqual(["1.234", "12.5"]);
    expect(amounts("Kunde;Betrag\nA;1.234\n")).toEqual(["1234"]);
    expect(amounts("Kunde,Betrag\nA,1.234\n")).toEqual(["1234"]);
    expect(amounts('Kunde,Betrag\nA,"1,234"\n')).toEqual(["1234"]);
    expect(amounts("Kunde;Betrag\nA;0\nB;-   €\nC;1.200,-\n")).toEqual(["0", null, "1200"]);
  });

  test("for probabilities", () => {
    const probabilities = (text: string) => load(text).good.map((row) => row.probability);
    expect(probabilities("Kunde;WK\nA;20\nB;1\nC;\nD;0,5\n")).toEqual([20, 1, null, 1]);
    expect(probabilities("Kunde;WK\nA;0,2\nB;1\nC;30 %\n")).toEqual([20, 100, 30]);
    expect(probabilities("Kunde,Probability\nA,0.05\nB,0.5\n")).toEqual([5, 50]);
  });

  test("for days", () => {
    const days = (text: string, within?: ImportContext) =>
      load(text, within).good.map((row) => row.expectedCloseOn);
    const dollars = { ...context, currency: "USD" };
    expect(days("Kunde;Abschluss\nA;03/07/2026\nB;25/07/2026\n")).toEqual([
      "2026-07-03",
      "2026-07-25",
    ]);
    expect(days("Kunde;Abschluss\nA;08/07/2026\nB;07/25/2026\n")).toEqual([
      "2026-08-07",
      "2026-07-25",
    ]);
    expect(days("Kunde,Close date\nA,08/07/2026\n")).toEqual(["2026-07-08"]);
    expect(days("Kunde,Close date\nA,08/07/2026\n", dollars)).toEqual(["2026-08-07"]);
    expect(days("Kunde;Abschluss\nA;46387\nB;\n")).toEqual(["2026-12-31", null]);
  });

  test("and says where it could only guess", () => {
    expect(warningsOf("Kunde;Betrag in T€;Abschluss\nA;1.234;08/07/2026\n")).toEqual([
      [null, "amount_reading_guessed", "1.234"],
      [null, "amount_in_thousands", "Betrag in T€"],
      [null, "date_order_guessed", "08/07/2026"],
    ]);
  });
});

describe("a bad row", () => {
  test.each([
    ["Kunde;Betrag", ";5", ["name: name_missing", "customer: customer_missing"]],
    ["Titel;Kunde", "Halle;", ["customer: customer_missing"]],
    ["Titel;Kunde", `${"x".repeat(201)};A`, ["name: name_too_long"]],
    ["Titel;Kunde", `Halle;${"x".repeat(201)}`, ["customer: customer_too_long"]],
    ["Kunde;Kontakt", `A;${"x".repeat(201)}`, ["contact: contact_too_long"]],
    ["Kunde;Nächster Schritt", `A;${"x".repeat(501)}`, ["nextStep: next_step_too_long"]],
    ["Kunde;Notiz", `A;${"x".repeat(10_001)}`, ["note: note_too_long"]],
    ["Kunde;Betrag", "A;viel", ["amount: amount_invalid"]],
    ["Kunde;Betrag", "A;-5", ["amount: amount_negative"]],
    ["Kunde;Betrag", "A;1000000000000000", ["amount: amount_too_large"]],
    ["Kunde;Betrag", "A;5 kr", ["amount: currency_unknown"]],
    ["Kunde;Betrag", "A;####", ["amount: cell_unreadable"]],
    ["Kunde;Betrag;Währung", "A;5;Taler", ["currency: currency_unknown"]],
    ["Kunde;Betrag;Währung", "A;5 €;CHF", ["currency: currency_conflict"]],
    ["Kunde;Phase", "A;Traumphase", ["stage: stage_unknown"]],
    ["Kunde;Besitzer", "A;Niemand", ["owner: owner_unknown"]],
    ["Kunde;Wahrscheinlichkeit", "A;101", ["probability: probability_invalid"]],
    ["Kunde;Abschlussdatum", "A;31.02.2026", ["expectedCloseOn: date_invalid"]],
    ["Kunde;Abschlussdatum", "A;31.12.2999", ["expectedCloseOn: date_out_of_range"]],
    ["Kunde;Betrag", "A;5;6", ["row: row_ragged"]],
    ["Kunde;Betrag", '"A" GmbH;5', ["row: quote_malformed"]],
  ])("%s | %.20s has %j", (header, row, problems) => {
    expect(problemsOf(header, row)).toEqual(problems);
  });

  test("tells all its problems at once, beside the good ones", () => {
    const { good, bad } = load("Kunde;Betrag;Abschluss\nA;1,00;1.7.2026\nB;x;32.1.2026\nC;2,00;\n");
    expect(good.map((row) => row.rowNumber)).toEqual([2, 4]);
    expect(bad).toEqual([
      {
        row: 3,
        problems: [
          { field: "amount", code: "amount_invalid", value: "x" },
          { field: "expectedCloseOn", code: "date_invalid", value: "32.1.2026" },
        ],
      },
    ]);
  });

  test("may be a member's name that two members have", () => {
    const members = [
      ...context.members,
      { id: lost ?? "", name: "Mia Muster", email: "m2@spur.example" },
    ];
    const { bad, good } = load("Kunde;Owner\nA;Mia Muster\nB;mia@spur.example\n", {
      ...context,
      members,
    });
    expect(bad).toMatchObject([{ row: 2, problems: [{ code: "owner_ambiguous" }] }]);
    expect(good).toMatchObject([{ ownerId: mia }]);
  });
});

test("warnings point at what is worth a look", () => {
  const text =
    "Kunde;Betrag;Wahrscheinlichkeit;Abschluss\n" +
    "A;1,23456;12,5 %;01.05.2026\nB;1,00\nB;1,00;;\nC;20.000,00;5 %;01.07.2026\n";
  expect(warningsOf(text)).toEqual([
    [2, "amount_rounded", "1,23456"],
    [2, "probability_rounded", "12,5 %"],
    [2, "close_in_past", "2026-05-01"],
    [3, "row_short", ""],
    [4, "row_duplicate", "3"],
  ]);
});

test("unknown stages and owners are collected, and can be assigned once for all", () => {
  const text =
    "Kunde;Phase;Status;Besitzer\nA;Traum;Offen;Alte Kollegin\nB;TRAUM;Offen;Mia Muster\nC;Wach;Offen;-\nD;Weg;Verloren;\n";
  const { csv, mapping } = load(text);
  expect(collectUnknownValues(csv, mapping, context)).toEqual({
    stages: [
      { key: "traum", value: "Traum", count: 2 },
      { key: "wach", value: "Wach", count: 1 },
    ],
    owners: [{ key: "alte kollegin", value: "Alte Kollegin", count: 1 }],
  });
  const aliases = {
    stages: { traum: offer ?? "", wach: first ?? "" },
    owners: { "alte kollegin": ben ?? "" },
  };
  const { good, bad } = validateRows(csv, mapping, { ...context, aliases });
  expect(bad).toEqual([]);
  expect(good.map((row) => [row.stageId, row.ownerId])).toEqual([
    [offer, ben],
    [offer, mia],
    [first, undefined],
    [lost, undefined],
  ]);
});

test("whatever the cells say, every row is good or bad, and a good one is what the server takes", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "A GmbH",
      "1.234,56",
      "-5",
      "31.12.2026",
      "20 %",
      "Angebot",
      "€",
      "Messe",
      "####",
      "constructor",
    ),
  );
  const columns = 14;
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const fields = Object.keys(emptyMapping());
      const mapping = Object.fromEntries(fields.map((field, index) => [field, index]));
      const csv = {
        delimiter: ";" as const,
        header: fields,
        rows: rows.map((cells, index) => ({
          rowNumber: index + 2,
          cells,
          short: false,
          problem: null,
        })),
      };
      const { good, bad } = validateRows(csv, { ...emptyMapping(), ...mapping }, context);
      expect(good.length + bad.length).toBe(rows.length);
      expect(bad.every(({ problems }) => problems.length > 0)).toBe(true);
      for (const item of good)
        expect(importRow.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
    }),
    { numRuns: 300 },
  );
});
