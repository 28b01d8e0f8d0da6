import { compose } from "./import-text";

/**
 * The currencies in use (ISO 4217, without funds, metals and test codes). Written out and not asked
 * from Intl, so that browser and server accept the same ones whatever their version.
 */
const codes = new Set(
  (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN " +
    "BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS " +
    "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW " +
    "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD " +
    "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD " +
    "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES " +
    "VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
  ).split(" "),
);

/** Signs and words that mean one currency; "kr" means several and is left out. "$" is the US dollar. */
const names = new Map<string, string>([
  ["€", "EUR"],
  ["euro", "EUR"],
  ["euros", "EUR"],
  ["£", "GBP"],
  ["pfund", "GBP"],
  ["british pound", "GBP"],
  ["pound sterling", "GBP"],
  ["pfund sterling", "GBP"],
  ["$", "USD"],
  ["us$", "USD"],
  ["us dollar", "USD"],
  ["u.s. dollar", "USD"],
  ["dollar", "USD"],
  ["sfr", "CHF"],
  ["fr", "CHF"],
  ["franken", "CHF"],
  ["swiss franc", "CHF"],
  ["schweizer franken", "CHF"],
  ["¥", "JPY"],
  ["yen", "JPY"],
  ["c$", "CAD"],
  ["ca$", "CAD"],
  ["canadian dollar", "CAD"],
  ["a$", "AUD"],
  ["au$", "AUD"],
  ["nz$", "NZD"],
  ["hk$", "HKD"],
  ["s$", "SGD"],
  ["r$", "BRL"],
  ["₹", "INR"],
  ["₺", "TRY"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₴", "UAH"],
  ["zł", "PLN"],
  ["zloty", "PLN"],
  ["kč", "CZK"],
  ["ft", "HUF"],
]);

/** True for an upper-case ISO 4217 code of a currency in use. */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text);
}

/** The ISO 4217 code of a code, sign or name ("eur", "€", "US-Dollar", "EUR – Euro"), or null. */
export function readCurrency(text: string): string | null {
  const plain = compose(text).trim();
  const upper = plain.toUpperCase();
  if (codes.has(upper)) return upper;
  const key = plain
    .toLowerCase()
    .replace(/[-\s]+/g, " ")
    .replace(/\.$/, "");
  const named = names.get(key);
  if (named !== undefined) return named;
  // Salesforce and Excel lists write "EUR - Euro" and "Euro (EUR)".
  const [code] = upper.match(/(?<![A-Z])[A-Z]{3}(?= ?[-–:])|(?<=\()[A-Z]{3}(?=\))/) ?? [];
  return code !== undefined && codes.has(code) ? code : null;
}

/** The currency named in the header of an amount column, as in "Betrag (USD)" or "Umsatz in €". */
export function currencyOfHeader(header: string): string | null {
  const found = header.match(/\p{Sc}|\b[A-Z]{3}\b|\beuro?\b/giu) ?? [];
  const sure = found.filter((text) => text === text.toUpperCase() || /^euro?$/i.test(text));
  const codesFound = new Set(sure.map((text) => readCurrency(text.replace(/^eur$/i, "EUR"))));
  codesFound.delete(null);
  const [only] = codesFound;
  return codesFound.size === 1 ? (only ?? null) : null;
}
