import { describe, expect, test } from "vitest";
import { emptyMapping, missingFields } from "./import-guess";
import { scoreHeader } from "./import-header";
import { guessByName as guess } from "./import-test-context";

describe("the first guess of the columns", () => {
  test("reads compounds, misspellings and missing umlauts", () => {
    expect(
      guess(
        "Kundename|Auftragsvolumen netto|Warscheinlichkeit|Waehrung|Absclussdatum",
        "Muster GmbH|1.200,00|20|EUR|31.12.2026",
      ),
    ).toEqual({
      customer: "Kundename",
      amount: "Auftragsvolumen netto",
      probability: "Warscheinlichkeit",
      currency: "Waehrung",
      expectedCloseOn: "Absclussdatum",
    });
  });

  test("knows stages, members and currencies by their values alone", () => {
    expect(
      guess(
        "Kunde|A|B|C",
        "Muster GmbH|Angebot|mia@spur.example|EUR",
        "Beispiel AG|Erstkontakt|Beispiel, Ben|CHF",
      ),
    ).toEqual({ customer: "Kunde", stage: "A", owner: "B", currency: "C" });
  });

  test("gives way to contents: a weak header without its form is left out", () => {
    expect(guess("Kunde|Gesamt|Summe alt|Preis", "Muster GmbH|siehe Angebot|hoch|900,00")).toEqual({
      customer: "Kunde",
      amount: "Preis",
    });
    expect(guess("Kunde|Termin", "Muster GmbH|nach Messe")).toEqual({ customer: "Kunde" });
    expect(guess("Kunde|Status", "Muster GmbH|Angebot")).toMatchObject({
      stage: "Status",
    });
  });

  test("takes no column twice, and none that it does not know", () => {
    expect(guess("Betrag|Betrag (2)|Telefon|Erstellt am", "1|2|3|1.1.2026")).toEqual({
      amount: "Betrag",
    });
  });
});

test("a header scores highest when it is exactly the word", () => {
  expect(scoreHeader("Betrag", "amount")).toBe(100);
  expect(scoreHeader("Betrag (EUR)", "amount")).toBeGreaterThan(90);
  expect(scoreHeader("Auftragswert Hardware", "amount")).toBeLessThan(90);
  expect(scoreHeader("Account ID", "customer")).toBeLessThan(30);
  expect(scoreHeader("", "amount")).toBe(0);
});

test("a mapping needs a customer, or a contact to stand for it", () => {
  expect(missingFields(emptyMapping())).toEqual(["customer"]);
  expect(missingFields({ ...emptyMapping(), contact: 0 })).toEqual([]);
});
