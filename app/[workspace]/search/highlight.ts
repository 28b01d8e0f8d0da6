import { searchText } from "@/domain/search-words";

/** A part of a text, and whether it is what was looked for. */
export type Part = { text: string; isMatch: boolean };

const word = /[\p{L}\p{M}\p{N}\u200b-\u200f\u2060-\u2064]+|\p{Extended_Pictographic}/gu;

/**
 * A text in parts, those that begin with one of the words as `searchText` writes them marked. As
 * words change their length when they are folded, each is measured letter by letter.
 */
export function highlight(text: string, words: readonly string[]): Part[] {
  const parts: Part[] = [];
  const add = (piece: string, isMatch: boolean) => {
    const last = parts.at(-1);
    if (piece === "") return;
    if (last?.isMatch === isMatch) last.text += piece;
    else parts.push({ text: piece, isMatch });
  };
  let end = 0;
  for (const found of text.matchAll(word)) {
    const matched = matchedLength(found[0], words);
    if (matched === 0) continue;
    add(text.slice(end, found.index), false);
    add(found[0].slice(0, matched), true);
    end = found.index + matched;
  }
  add(text.slice(end), false);
  return parts;
}

/** How many units of a word the longest of the words that it begins with takes. */
function matchedLength(written: string, words: readonly string[]): number {
  const folded = searchText(written);
  const sought = words
    .filter((one) => one !== "" && folded.startsWith(one))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), "");
  if (sought === "") return 0;
  let length = 0;
  for (const letter of written) {
    length += letter.length;
    if (searchText(written.slice(0, length)).length >= sought.length) break;
  }
  // A mark belongs to the letter before it, and the second letter of an umlaut to the first.
  while (length < written.length && searchText(written.slice(0, length + 1)) === sought)
    length += 1;
  return length;
}
