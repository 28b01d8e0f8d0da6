import { describe, expect, test } from "vitest";
import { emptyMapping } from "@/domain/import-guess";
import { importProblemCodes } from "@/domain/import-problems";
import type { ImportContext } from "@/domain/import-row";
import { createTableDesk } from "./table-desk";
import type { BadRowWords } from "./worker-protocol";

const context: ImportContext = {
  stages: [
    { id: "00000000-0000-4000-8000-000000000001", name: "Erstkontakt", kind: "open" },
    { id: "00000000-0000-4000-8000-000000000002", name: "Angebot", kind: "open" },
  ],
  members: [
    { id: "00000000-0000-4000-8000-000000000011", name: "Mia Muster", email: "mia@spur.example" },
  ],
  currency: "EUR",
  today: "2026-06-01",
};

const file =
  "Kunde;Betrag;Phase\nA GmbH;1,50;Angebot\nB GmbH;viel;Angebot\nC GmbH;2,25;Traum\nD GmbH;3;\n";

function open(text: string) {
  const desk = createTableDesk();
  const answer = desk.read(text, context);
  if (!answer.ok) throw new Error(answer.code);
  return { desk, facts: answer.facts };
}

describe("a table", () => {
  test("tells its header, a guess and a few cells of each column", () => {
    const { facts } = open("Kunde;Betrag\nA;1\nA;\nB;2\nC;3\nD;4\n");
    expect(facts).toMatchObject({ header: ["Kunde", "Betrag"], rowCount: 5, encoding: null });
    expect(facts.samples).toEqual([
      ["A", "B", "C"],
      ["1", "2", "3"],
    ]);
    expect(facts.guess).toMatchObject({ customer: 0, amount: 1, owner: null });
  });

  test("counts and sums up what is good", () => {
    const { desk, facts } = open(file);
    expect(desk.check(facts.guess, context)).toMatchObject({
      good: 2,
      bad: 2,
      totals: [{ currency: "EUR", amount: "4.5" }],
      problemCounts: [
        { field: "amount", code: "amount_invalid", count: 1 },
        { field: "stage", code: "stage_unknown", count: 1 },
      ],
      unknown: { stages: [{ key: "traum", value: "Traum", count: 1 }], owners: [] },
    });
  });

  test("still names an unknown stage after it was assigned", () => {
    const { desk, facts } = open(file);
    const aliases = { stages: { traum: "00000000-0000-4000-8000-000000000002" } };
    const answer = desk.check(facts.guess, { ...context, aliases });
    expect([answer.good, answer.unknown.stages.length]).toEqual([3, 1]);
  });

  test("hands out rows by filter and place, in the order of the file", () => {
    const { desk, facts } = open(file);
    desk.check(facts.guess, context);
    const numbers = (...call: Parameters<typeof desk.rows>) =>
      desk.rows(...call).map((row) => [row.rowNumber, row.kind]);
    expect(numbers("all", 1, 2)).toEqual([
      [3, "bad"],
      [4, "bad"],
    ]);
    expect(numbers("bad", 0, 10)).toEqual([
      [3, "bad"],
      [4, "bad"],
    ]);
    expect(numbers("warned", 0, 10)).toEqual([]);
  });

  test("forgets the file before when the next one cannot be read", () => {
    const { desk, facts } = open(file);
    desk.check(facts.guess, context);
    expect(desk.read("", context)).toMatchObject({ ok: false, code: "file_empty" });
    expect(desk.rows("all", 0, 10)).toEqual([]);
  });
});

test("the file of bad rows opens in Excel and keeps cells as they are", () => {
  const { desk, facts } = open('Kunde;Betrag;Notiz\nA;viel;"x; ""y""\nz"\nB;1;=1+1\nC;-2;=1+1\n');
  desk.check(facts.guess, context);
  const words: BadRowWords = {
    rowNumber: "Zeile",
    reason: "Grund",
    fields: { ...mapped(emptyMapping(), "?"), amount: "Betrag", row: "Zeile" },
    // Every code has the same words.
    problems: Object.fromEntries(
      importProblemCodes.map((code) => [code, "„{value}“ geht nicht."]),
    ) as BadRowWords["problems"],
  };
  expect(desk.badRows(words)).toBe(
    "\ufeffZeile;Grund;Kunde;Betrag;Notiz\r\n" +
      '2;Betrag: „viel“ geht nicht.;A;viel;"x; ""y""\nz"\r\n' +
      "4;Betrag: „-2“ geht nicht.;C;-2;=1+1\r\n",
  );
});

test("rows go out in pieces that a request can carry", () => {
  const long = "x".repeat(9_000);
  const rows = Array.from({ length: 501 }, (_, index) => `K${index};${index < 400 ? long : ""}`);
  const { desk, facts } = open(`Kunde;Notiz\n${rows.join("\n")}\n`);
  desk.check(facts.guess, context);
  const pieces = desk.pieces();
  expect(pieces.flat().map((row) => row.rowNumber)).toEqual(rows.map((_, index) => index + 2));
  const sizes = pieces.map((piece) => JSON.stringify(piece).length);
  expect(Math.max(...sizes)).toBeLessThan(2_000_000);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(500);
  expect(pieces.length).toBeGreaterThan(2);
});

function mapped<Key extends string>(keys: Record<Key, unknown>, value: string) {
  // The same keys, each with the value.
  return Object.fromEntries(Object.keys(keys).map((key) => [key, value])) as Record<Key, string>;
}
