export type PersonName = { givenName: string; familyName: string };

/** "Anna Maria Berg" as given and family name; a proposal, which its bearer can mend. */
export function splitName(name: string): PersonName {
  const words = name.trim().split(/\s+/);
  const familyName = words.length > 1 ? (words.pop() ?? "") : "";
  return { givenName: words.join(" "), familyName };
}
