import { type ImportField, importFields } from "./import-fields";
import { guessMapping } from "./import-guess";
import type { ImportContext } from "./import-row";

/** A small workspace for the tests of the import. */
export const context: ImportContext = {
  stages: [
    { id: "00000000-0000-4000-8000-000000000001", name: "Erstkontakt", kind: "open" },
    { id: "00000000-0000-4000-8000-000000000002", name: "Angebot", kind: "open" },
    { id: "00000000-0000-4000-8000-000000000003", name: "Gewonnen", kind: "won" },
    { id: "00000000-0000-4000-8000-000000000004", name: "Verloren", kind: "lost" },
  ],
  members: [
    { id: "00000000-0000-4000-8000-000000000011", name: "Mia Muster", email: "mia@spur.example" },
    { id: "00000000-0000-4000-8000-000000000012", name: "Ben Beispiel", email: "ben@spur.example" },
  ],
  currency: "EUR",
  today: "2026-06-01",
};

/** Header and rows with "|" between cells; the guess as the header of each field that has a column. */
export function guessByName(head: string, ...rows: string[]): Partial<Record<ImportField, string>> {
  const header = head.split("|");
  const mapping = guessMapping(
    header,
    rows.map((row) => row.split("|")),
    context,
  );
  return Object.fromEntries(
    importFields.flatMap((field) => {
      const column = mapping[field];
      return column === null ? [] : [[field, header[column] ?? ""]];
    }),
  );
}
