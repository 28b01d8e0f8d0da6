import { matchKey } from "./import-text";
import { type LeadSourceCode, leadSourceCodes } from "./lead-source";

/** What people and other CRMs write, as `matchKey` gives it. */
const labels: Record<LeadSourceCode, readonly string[]> = {
  COLD_CALL: [
    "cold call",
    "cold calling",
    "kaltakquise",
    "telefonakquise",
    "kaltanruf",
    "outbound",
  ],
  EXISTING_CUSTOMER: ["existing customer", "bestandskunde", "bestehender kunde", "stammkunde"],
  SELF_GENERATED: ["self generated", "selbst generiert", "eigenakquise", "selbst erzeugt"],
  EMPLOYEE: ["employee", "mitarbeiter", "mitarbeiterempfehlung", "employee referral"],
  PARTNER: ["partner", "vertriebspartner", "partner referral", "partnerempfehlung"],
  PUBLIC_RELATIONS: ["public relations", "pr", "presse", "oeffentlichkeitsarbeit", "pressearbeit"],
  DIRECT_MAIL: ["direct mail", "mailing", "direktwerbung", "postwurf", "postmailing"],
  CONFERENCE: ["conference", "konferenz", "tagung", "kongress", "seminar", "seminar conference"],
  TRADE_SHOW: ["trade show", "messe", "fachmesse", "tradeshow", "fair", "messekontakt"],
  WEB_SITE: [
    "web site",
    "website",
    "web",
    "webseite",
    "homepage",
    "internet",
    "online",
    "kontaktformular",
  ],
  WORD_OF_MOUTH: ["word of mouth", "empfehlung", "mundpropaganda", "referral", "weiterempfehlung"],
  EMAIL: ["email", "e mail", "mail", "newsletter"],
  CAMPAIGN: ["campaign", "kampagne", "werbung", "advertisement", "anzeige", "marketingkampagne"],
  OTHER: ["other", "andere", "sonstige", "sonstiges", "anderes"],
};

const byLabel = new Map<string, LeadSourceCode>(
  leadSourceCodes.flatMap((code) =>
    [matchKey(code), ...labels[code]].map((label) => [label, code] as const),
  ),
);

/** The code of a lead source written as code, German or English label, or null if it is none. */
export function readLeadSource(text: string): LeadSourceCode | null {
  return byLabel.get(matchKey(text)) ?? null;
}
