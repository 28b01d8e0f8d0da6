/**
 * What a column of the file can become. `outcome` is the open/won/lost status that Pipedrive and
 * others keep beside the stage; it decides the stage of closed opportunities.
 */
export const importFields = [
  "name",
  "customer",
  "contact",
  "owner",
  "amount",
  "currency",
  "stage",
  "outcome",
  "probability",
  "expectedCloseOn",
  "nextStep",
  "nextStepOn",
  "source",
  "note",
] as const;

export type ImportField = (typeof importFields)[number];

/** The index of the column of each field, null where the file has none. */
export type ImportMapping = Record<ImportField, number | null>;

/**
 * Headers in the form of `headerKey`. `strong` are meant, `weak` give way to them, `endings` are
 * the last part of German compounds ("Auftragswert"). With the exports of HubSpot, Pipedrive,
 * Salesforce, Dynamics and OFBiz in both languages; their "Deal - " or "Opportunity" in front is
 * taken off before comparing.
 */
export type HeaderWords = {
  strong: readonly string[];
  weak: readonly string[];
  endings: readonly string[];
};

function words(strong: string, weak = "", endings = ""): HeaderWords {
  const list = (text: string) => (text === "" ? [] : text.split("|"));
  return { strong: list(strong), weak: list(weak), endings: list(endings) };
}

export const headerWords: Record<ImportField, HeaderWords> = {
  name: words(
    "name|titel|title|deal name|dealname|deal|opportunity|opportunity name|verkaufschance|" +
      "verkaufschancen name|name opportunity|dealtitel|projektname|projekt name|vorgang|geschaeft",
    "projekt|project|project name|betreff|subject|thema|topic|bezeichnung|chance|angebot|auftrag|potenzial|vorhaben",
    "titel|bezeichnung",
  ),
  customer: words(
    "kunde|kundenname|customer|customer name|firma|firmenname|unternehmen|unternehmensname|company|" +
      "company name|account|account name|accountname|organisation|organization|associated company|" +
      "associated companies|zugeordnetes unternehmen|zugehoeriges unternehmen|potenzieller kunde|" +
      "potential customer|name kunde|auftraggeber|client",
    "interessent|lead|lead name|prospect|organisationsname|organization name|klient|mandant|debitor|primary company|kunde firma",
    "kunde|firma",
  ),
  contact: words(
    "ansprechpartner|ansprechpartnerin|kontakt|kontaktperson|kontaktname|contact|contact name|" +
      "contact person|associated contact|associated contacts|zugeordneter kontakt|zugehoeriger kontakt|" +
      "primary contact|primaerer kontakt|hauptansprechpartner|person",
    "kundenkontakt|name kontakt|ap|z hd|person name|full name|contact full name",
    "ansprechpartner",
  ),
  owner: words(
    "verantwortlich|verantwortlicher|verantwortliche|zustaendig|zustaendiger|zustaendige|besitzer|" +
      "inhaber|owner|owner name|owner email|eigentuemer|bearbeiter|sachbearbeiter|betreuer|deal inhaber|" +
      "zustaendiger mitarbeiter|deal zustaendiger mitarbeiter|opportunity inhaber|vertriebsmitarbeiter|" +
      "verkaeufer|sales rep|salesperson|assigned to|zugewiesen an",
    "mitarbeiter|vertrieb|vertriebler|kundenbetreuer|account manager|user|benutzer|rep|account owner|wer",
    "betreuer|inhaber",
  ),
  amount: words(
    "betrag|wert|umsatz|volumen|summe|amount|value|dealwert|deal value|estimated amount|auftragswert|" +
      "auftragsvolumen|angebotssumme|angebotswert|opportunity amount|geschaetzter wert|est revenue|" +
      "estimated revenue|voraussichtlicher umsatz",
    "preis|price|erwarteter umsatz|expected revenue|revenue|total|gesamt|gesamtwert|gesamtsumme|potenzial|potential|budget|acv|arr",
    "wert|summe|betrag|volumen|umsatz",
  ),
  currency: words(
    "waehrung|currency|waehrungscode|currency code|currency iso code|amount currency|betragswaehrung|" +
      "betrag waehrung|currency value|currency uom|currency uom id|whg|deal currency code",
    "iso code|curr",
    "waehrung",
  ),
  stage: words(
    "phase|stufe|stage|deal phase|dealphase|deal stage|sales stage|verkaufsphase|vertriebsphase|" +
      "pipeline phase|pipeline stage|opportunity stage|opportunity stage id|verkaufsstufe|stage name",
    "status|stand|schritt|step|zustand",
    "phase|stufe",
  ),
  outcome: words("won lost|gewonnen verloren|ergebnis|outcome|is won", "status|deal status"),
  probability: words(
    "wahrscheinlichkeit|probability|deal wahrscheinlichkeit|deal probability|chance|win probability|" +
      "abschlusswahrscheinlichkeit|erfolgswahrscheinlichkeit|estimated probability|wk",
    "prozent|percent|win|w keit|wahrsch|likelihood",
    "wahrscheinlichkeit",
  ),
  expectedCloseOn: words(
    "abschluss|abschlussdatum|abschluss geplant|abschluss am|abschlusstermin|close date|closing date|" +
      "closedate|expected close|expected close date|expected closing|erwarteter abschluss|" +
      "erwartetes abschlussdatum|voraussichtlicher abschluss|voraussichtliches abschlussdatum|" +
      "voraussichtlicher abschlusstermin|geplanter abschluss|schlusstermin|schliessdatum|est close date|" +
      "estimated close date|abschluss bis",
    "datum|date|termin|faellig|faellig am|due date|zieldatum|target date|bis|auftragseingang|entscheidung",
    "abschluss|abschlussdatum|abschlusstermin",
  ),
  nextStep: words(
    "naechster schritt|naechste schritte|next step|next steps|naechste aktion|next action|" +
      "naechste aktivitaet|next activity|next activity subject|todo|to do|massnahme|naechste massnahme",
    "aufgabe|task|aktion|action",
  ),
  nextStepOn: words(
    "naechster schritt am|naechster schritt bis|naechster schritt datum|datum naechster schritt|" +
      "next step date|next step on|next step due|next activity date|naechste aktivitaet am|" +
      "datum naechste aktivitaet|next contact|naechster kontakt|naechster termin|wiedervorlage|" +
      "wiedervorlage am|follow up|follow up date|wv",
    "erinnerung|reminder|naechstes aktivitaetsdatum",
  ),
  source: words(
    "quelle|herkunft|lead quelle|leadquelle|lead source|source|source channel|quellkanal|original source|" +
      "original source type|urspruengliche quelle|data source id|data source|leadherkunft|source name",
    "kanal|channel|kampagne|campaign|ursprung|origin",
    "quelle|herkunft",
  ),
  note: words(
    "notiz|notizen|note|notes|bemerkung|bemerkungen|kommentar|kommentare|comment|comments|anmerkung|" +
      "anmerkungen|associated note",
    "beschreibung|description|details|info|infos|text|sonstiges|hinweis|hinweise|memo",
    "notiz|bemerkung|bemerkungen|kommentar|beschreibung",
  ),
};
