/** Combining marks, after NFD has taken them off their letters. */
const marks = /[\u0300-\u036f]/g;

/**
 * Text as it is compared in searches: without accents and case. The same as `private.fold` in SQL,
 * which a test holds.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(marks, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ς", "σ");
}

/** Of folded text: umlauts written as two letters become one, as `private.contract` in SQL. */
export function contract(folded: string): string {
  return folded.replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("ue", "u");
}

/** What a search looks for its words in, as `private.search_name` in SQL. */
function searchNameOf(name: string): string {
  const folded = fold(name);
  return `${folded}\n${contract(folded)}`;
}

/** Whether a name contains what is sought: Müller, Mueller and Muller find each other. */
export function containsText(name: string, sought: string): boolean {
  const text = searchNameOf(name);
  const folded = fold(sought);
  return text.includes(folded) || text.includes(contract(folded));
}
