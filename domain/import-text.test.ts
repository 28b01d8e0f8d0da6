import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyOfHeader, isCurrencyCode, readCurrency } from "./import-currency";
import { guessPartyKind, readPersonName, splitPersonName } from "./import-person";
import { readLeadSource } from "./import-source";
import { cleanLine, cleanText, isExcelError, isPlaceholder, matchKey } from "./import-text";
import { leadSourceCodes } from "./lead-source";

describe("text", () => {
  test("of a line is composed, visible and single-spaced", () => {
    expect(cleanLine(" Mu\u0308ller\u00a0\t&\n So\u0308hne\u200b\u0000 ")).toBe("Müller & Söhne");
    expect(cleanLine("abc\u202etxt.exe\ud800")).toBe("abctxt.exe\ufffd");
  });

  test("with endless marks on one letter is cut to thirty", () => {
    expect(cleanLine(`a${"\u0315\u0300".repeat(100_000)}`).length).toBeLessThanOrEqual(31);
  });

  test("of a note keeps its lines", () => {
    expect(cleanText(" eins  \r\n\tzwei\u0007\rdrei\n\n")).toBe("eins\n zwei\ndrei");
  });

  test("is compared without case, accents and punctuation", () => {
    expect(matchKey("Größe (in €)")).toBe("groesse in");
    expect(matchKey("Café – ÉTÉ")).toBe("cafe ete");
    expect(matchKey("  Muster-Bau, GmbH ")).toBe("muster bau gmbh");
  });

  test("is cleaned once for all, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(/[\p{Cc}\p{Surrogate}]/u.test(cleanLine(text))).toBe(false);
      }),
    );
  });

  test("that says nothing is known as such", () => {
    expect(["####", "#NV", "#WERT!", "#DIV/0!"].every(isExcelError)).toBe(true);
    expect(["#1", "# offen", "C#"].some(isExcelError)).toBe(false);
    expect(["-", "–", "n/a", "k.A.", "k. A.", "?", "(No value)"].every(isPlaceholder)).toBe(true);
    expect(["0", "nein", "A-"].some(isPlaceholder)).toBe(false);
  });
});

describe("currencies", () => {
  test.each([
    ["eur", "EUR"],
    ["€", "EUR"],
    ["Euro", "EUR"],
    ["US-Dollar", "USD"],
    ["US$", "USD"],
    ["SFr.", "CHF"],
    ["EUR - Euro", "EUR"],
    ["Schweizer Franken (CHF)", "CHF"],
  ])("%s is %s", (text, code) => expect(readCurrency(text)).toBe(code));

  test.each(["", "kr", "ABC", "DEM", "constructor", "T€"])("%j is none", (text) =>
    expect(readCurrency(text)).toBeNull(),
  );

  test("are codes in upper case only", () => {
    expect(isCurrencyCode("EUR")).toBe(true);
    expect(isCurrencyCode("eur")).toBe(false);
  });

  test("may stand in a header", () => {
    expect(currencyOfHeader("Betrag (USD)")).toBe("USD");
    expect(currencyOfHeader("Umsatz in €")).toBe("EUR");
    expect(currencyOfHeader("Wert Euro")).toBe("EUR");
    expect(currencyOfHeader("Betrag EUR/USD")).toBeNull();
    expect(currencyOfHeader("Gesamt all")).toBeNull();
  });
});

describe("names of customers", () => {
  test.each([
    "Mustermann GmbH",
    "Muster & Söhne",
    "Max Muster e.K.",
    "Muster S.p.A.",
    "Frau Holle KG",
    "Müller, Meier & Partner",
    "Muster, Max AG",
    "Stadt Musterhausen",
    "Max Mustermann",
    "1. FC Muster",
  ])("%s is an organization", (name) => expect(guessPartyKind(name)).toBe("organization"));

  test.each([
    "Mustermann, Max",
    "von der Heide, Anna Maria",
    "Herr Max Mustermann",
    "Dr. Mia Muster",
  ])("%s is a person", (name) => expect(guessPartyKind(name)).toBe("person"));

  test("are persons when they are their own contact", () => {
    expect(guessPartyKind("Max Mustermann", "Mustermann, Max")).toBe("person");
    expect(guessPartyKind("Max Mustermann GmbH", "Max Mustermann GmbH")).toBe("organization");
  });

  test("of persons are turned as they are spoken", () => {
    expect(readPersonName("Mustermann, Max")).toBe("Max Mustermann");
    expect(readPersonName("Herrn Mustermann")).toBe("Mustermann");
    expect(readPersonName("Max Mustermann")).toBe("Max Mustermann");
  });

  test("are split into title, first name and family name", () => {
    expect(splitPersonName("Frau Prof. Dr. Anna Maria von der Heide")).toEqual({
      personalTitle: "Prof. Dr.",
      firstName: "Anna Maria",
      lastName: "von der Heide",
    });
    expect(splitPersonName("Muster, Mia")).toEqual({
      personalTitle: null,
      firstName: "Mia",
      lastName: "Muster",
    });
    expect(splitPersonName("Mustermann")).toMatchObject({
      firstName: null,
      lastName: "Mustermann",
    });
    expect(splitPersonName("Dr. H. Meier")).toMatchObject({
      personalTitle: "Dr.",
      firstName: "H.",
    });
  });
});

test("lead sources are read from codes and labels of both languages", () => {
  expect(leadSourceCodes.map(readLeadSource)).toEqual([...leadSourceCodes]);
  expect(
    ["Messe", "Trade Show", "Empfehlung", "Kaltakquise", "E-Mail", "Website"].map(readLeadSource),
  ).toEqual(["TRADE_SHOW", "TRADE_SHOW", "WORD_OF_MOUTH", "COLD_CALL", "EMAIL", "WEB_SITE"]);
  expect(readLeadSource("Plakat am Bahnhof")).toBeNull();
});
