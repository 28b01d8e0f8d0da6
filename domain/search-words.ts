import { contract, fold } from "./search-text";

// Beside search-text.ts, which every board brings: this comes with the search alone.

/** Letters that no accent has to be taken from, but that others write without their strokes. */
const plain: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ð: "d",
  ħ: "h",
  ŧ: "t",
};
/** What is not seen, and the vowel signs of Hebrew and Arabic, which few people type. */
const unseen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant by itself.
  /[\u00ad\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;
/** Where no spaces stand between words, and for pictures, each sign is a word. */
const lone =
  /[\u2190-\u2bff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/gu;
const signs =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are no letters either.
  /[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f\uff00-\uff0f]+/gu;

/**
 * The words of a text as searches compare them, with one space between: without accents, case and
 * signs, umlauts as one letter, none longer than 60. The same as `private.search_text` in SQL, which
 * a test holds.
 */
export function searchText(text: string): string {
  const folded = fold(text.normalize("NFKC")).replace(
    /[æœøłđıðħŧ]/g,
    (letter) => plain[letter] ?? letter,
  );
  return contract(folded.replace(unseen, "").replace(lone, " $& "))
    .replace(signs, " ")
    .trim()
    .replace(/([^ ]{60})[^ ]+/gu, "$1");
}
