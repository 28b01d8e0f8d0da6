import { expect, it } from "vitest";
import { mailLanguage, paragraphsOf, partsOf } from "./campaign-mail";

it("parts paragraphs at empty lines alone", () => {
  expect(paragraphsOf("Guten Tag,\nliebe Leser\n \n\n  die Stoffe sind da.\n")).toEqual([
    "Guten Tag,\nliebe Leser",
    "die Stoffe sind da.",
  ]);
  expect(paragraphsOf("  \n ")).toEqual([]);
});

it("finds web addresses without what ends the sentence", () => {
  expect(partsOf("Mehr unter https://fadenlauf.example/neu?a=1&b=2. Bis bald")).toEqual([
    { text: "Mehr unter ", isLink: false },
    { text: "https://fadenlauf.example/neu?a=1&b=2", isLink: true },
    { text: ". Bis bald", isLink: false },
  ]);
  expect(partsOf("(http://a.example)")).toMatchObject([
    { text: "(" },
    { text: "http://a.example", isLink: true },
    { text: ")" },
  ]);
  expect(partsOf("javascript:alert(1)")).toEqual([{ text: "javascript:alert(1)", isLink: false }]);
});

it("takes the reader's language where it has subject and text", () => {
  const mail = { subjects: { de: "Neu", en: "New" }, bodies: { de: "Da.", en: " " } };
  expect(mailLanguage(mail, "en")).toBe("de");
  expect(mailLanguage({ ...mail, bodies: { en: "Here." } }, "de")).toBe("en");
  expect(mailLanguage({ subjects: { de: "Neu" }, bodies: { en: "Here." } }, "de")).toBeNull();
  expect(mailLanguage({ subjects: null, bodies: null }, "de")).toBeNull();
});
