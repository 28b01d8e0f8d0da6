/** One or two letters for a name: first and last word, particles ("von", "de") left out. */
export function initials(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[\s\-–_.@]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const capitals = words.filter((word) => !/^\p{Ll}/u.test(word));
  const used = capitals.length > 0 ? capitals : words;
  const first = firstLetter(used[0]);
  const last = used.length > 1 ? firstLetter(used.at(-1)) : "";
  return (first + last).toLocaleUpperCase() || "?";
}

function firstLetter(word: string | undefined): string {
  return [...(word ?? "")][0] ?? "";
}
