import fc from "fast-check";
import { expect, it } from "vitest";
import { highlight } from "./highlight";

const marked = (text: string, words: string[]) =>
  highlight(text, words)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join("");

it.each([
  ["Anna Weber", ["web", "an"], "[An]na [Web]er"],
  ["Müller & Söhne", ["mull"], "[Müll]er & Söhne"],
  ["Mueller KG", ["mull"], "[Muell]er KG"],
  ["Mueller KG", ["mu"], "[Mue]ller KG"],
  ["Mu\u0308ller", ["mu"], "[Mu\u0308]ller"],
  ["Straße 7", ["stras"], "[Straß]e 7"],
  ["Null\u200bBreit", ["nullb"], "[Null\u200bB]reit"],
  ["Rakete 🚀 Werk", ["🚀"], "Rakete [🚀] Werk"],
  ["<b>Max</b>", ["max"], "<b>[Max]</b>"],
  ["Umzug", ["zug"], "Umzug"],
  ["", ["a"], ""],
])("%s, sought %j", (text, words, expected) => {
  expect(marked(text, words)).toBe(expected);
});

it("loses no sign of any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (text, words) => {
      expect(
        highlight(text, words)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
