import { matchKey } from "./import-text";

export type PartyKind = "person" | "organization";

/** Legal forms and words that only organizations carry, as `matchKey` writes them. */
const organizationWords = new Set(
  (
    "gmbh mbh ggmbh ag kg kgaa ohg gbr ug ek ev eg se co cie partg partgmbb vvag stiftung verein " +
    "gemeinde stadt landkreis ministerium universitaet hochschule klinikum bank versicherung " +
    "ltd limited inc corp corporation llc llp lp plc pty company group holding partners partner " +
    "sa sarl sas sasu eurl snc srl spa sl slu bv nv vof oy oyj ab as asa aps kft zrt nyrt sro " +
    "doo dd ooo oue pte bhd kk soehne sons gebrueder brothers institut institute foundation university"
  ).split(" "),
);

/** Legal forms that lose their points by `matchKey`: "e.K." is "e k", "S.p.A." is "s p a". */
const spacedForms =
  /(^| )(e k|e kfm|e kfr|e v|e g|s a|s p a|s r l|s a r l|s a s|b v|n v|s r o|d o o|l l c|l t d|a g|k g)( |$)/;

const salutation = /^(herrn?|frau|hr\.|fr\.|mr\.?|mrs\.?|ms\.?|miss|mister|monsieur|madame) +/i;
const personTitle =
  /^((?:prof|dr|dipl|mag|ing)\.(?:[ -]?(?:h\. ?c|prof|dr|ing|med|jur|rer|nat|phil|oec|pol|habil|mult)\.)*) +/i;
const particle = /^(von|vom|van|zu|zum|zur|de|del|della|di|da|dos|der|den|ten|ter|la|le|af|av)$/i;

function looksLikeOrganization(name: string): boolean {
  const key = matchKey(name);
  if (/[&+\d]/.test(name) || spacedForms.test(key)) return true;
  return key.split(" ").some((word) => organizationWords.has(word));
}

/** "Mustermann, Max": a family name of up to three words, a comma, a first name of up to three. */
const reversed =
  /^(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,2}), ?(\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,2})$/u;

/**
 * Guesses whether a customer is a person. An organization unless something speaks for a person:
 * a salutation, the order "Mustermann, Max", or being the contact of its own row. A plain
 * "Max Mustermann" stays an organization, for so are "Muster Bau" and "Peter Schmidt" the joinery.
 */
export function guessPartyKind(name: string, contactName?: string): PartyKind {
  if (looksLikeOrganization(name)) return "organization";
  if (salutation.test(name) || personTitle.test(name) || reversed.test(name)) return "person";
  if (contactName && matchKey(readPersonName(contactName)) === matchKey(name)) return "person";
  return "organization";
}

/** The name of a person as it is spoken: "Herr Mustermann, Max" is "Max Mustermann". */
export function readPersonName(text: string): string {
  const plain = text.replace(salutation, "").trim();
  const match = reversed.exec(plain);
  return match ? `${match[2]} ${match[1]}` : plain;
}

export type PersonName = {
  personalTitle: string | null;
  firstName: string | null;
  lastName: string;
};

/**
 * Splits a spoken name (see `readPersonName`): titles, first names, family name with its particles
 * ("Dr. Anna von der Heide"). A single word is the family name.
 */
export function splitPersonName(text: string): PersonName {
  const spoken = readPersonName(text);
  const personalTitle = personTitle.exec(spoken)?.[1]?.trim() ?? null;
  const words = spoken.replace(personTitle, "").split(" ");
  const firstParticle = words.findIndex((word, index) => index > 0 && particle.test(word));
  const cut = firstParticle > 0 ? firstParticle : words.length - 1;
  const firstName = words.slice(0, cut).join(" ") || null;
  return { personalTitle, firstName, lastName: words.slice(cut).join(" ") };
}
