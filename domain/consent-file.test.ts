import { describe, expect, it } from "vitest";
import { guessConsentColumns, readConsents } from "./consent-file";
import { parseCsv } from "./csv-parse";

const defaults = { wording: "Ja, ich möchte Post.", givenOn: "2024-05-01", today: "2026-11-29" };

function read(text: string, more: Partial<typeof defaults> = {}) {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new Error(parsed.code);
  const columns = guessConsentColumns(parsed.csv.header);
  return readConsents(parsed.csv.rows, columns, { ...defaults, ...more });
}

describe("the columns of a file of consents", () => {
  it.each([
    ["E-Mail;Vorname;Nachname;Datum;Einwilligung", [0, 1, 2, 3, 4]],
    ["Name,Email Address,Opt-in date,Opt-in text", [1, null, 0, 2, 3]],
    ["Geburtsdatum;Mail", [1, null, null, null, null]],
    ["A;B", [null, null, null, null, null]],
  ])("of %s are guessed", (header, [email, firstName, name, givenOn, wording]) => {
    const separator = header.includes(";") ? ";" : ",";
    expect(guessConsentColumns(header.split(separator))).toEqual({
      email,
      firstName,
      name,
      givenOn,
      wording,
    });
  });
});

describe("a file of consents", () => {
  it("says of each row when and to what they agreed, or else what holds for all", () => {
    const { rows, bad } = read(
      "E-Mail;Vorname;Name;Datum;Einwilligung\nAnna@Spur.test;Anna;Alt;09.03.2024;Am Stand\nnils@spur.test;;;;\n",
    );
    expect(bad).toEqual([]);
    expect(rows).toEqual([
      { email: "anna@spur.test", name: "Anna Alt", wording: "Am Stand", givenOn: "2024-03-09" },
      { email: "nils@spur.test", name: null, wording: defaults.wording, givenOn: "2024-05-01" },
    ]);
  });

  it("names what cannot be taken, with the numbers that a spreadsheet shows", () => {
    const { rows, bad } = read(
      "E-Mail;Datum\nanna@spur.test;09.03.2024\n;\nanna;\n\nx y@spur.test;\nnils@spur.test;irgendwann\nina@spur.test;03/04/2024\npia@spur.test;2027-01-01\n",
    );
    expect(rows).toHaveLength(1);
    expect(bad).toEqual([
      { rowNumber: 4, problem: "email_invalid", value: "anna" },
      { rowNumber: 6, problem: "email_invalid", value: "x y@spur.test" },
      { rowNumber: 7, problem: "day_invalid", value: "irgendwann" },
      { rowNumber: 8, problem: "day_ambiguous", value: "03/04/2024" },
      { rowNumber: 9, problem: "day_to_come", value: "2027-01-01" },
    ]);
  });

  it("takes no row without a text and a day", () => {
    const file = "E-Mail;Name\nanna@spur.test;Anna\n;Nils\n";
    expect(read(file, { wording: " " }).bad.map(({ problem }) => problem)).toEqual([
      "wording_missing",
      "email_missing",
    ]);
    expect(read(file, { givenOn: "" }).bad[0]?.problem).toBe("day_missing");
  });

  it("reads days with slashes once one of them decides what comes first", () => {
    const { rows } = read("Mail,Date\na@spur.test,03/04/2024\nb@spur.test,03/31/2024\n");
    expect(rows.map(({ givenOn }) => givenOn)).toEqual(["2024-03-04", "2024-03-31"]);
  });
});
