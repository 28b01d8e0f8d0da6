export type DemoCommunication = {
  /** Name of the opportunity. */
  about: string;
  typeCode: string;
  direction: string | null;
  /** Days before the day of seeding, and the time of day. */
  daysAgo: number;
  at: string;
  author: string;
  subject: string;
  body: string;
};

/**
 * One block a communication, separated by empty lines:
 * opportunity | type | direction | days ago, time | author | subject, then the text.
 */
const TEXT = `
1.000 T-Shirts mit Aufdruck | web | in | 34 10:12 | lena | Anfrage über das Kontaktformular
Guten Tag, wir brauchen für unsere Hausmesse wieder 1.000 T-Shirts, diesmal mit zweifarbigem Aufdruck. Können Sie bis Ende des Monats ein Angebot machen? M. Musterfrau, Buchhaltung

1.000 T-Shirts mit Aufdruck | call | out | 32 09:40 | lena | Bedarf geklärt
Frau Musterfrau möchte die Qualität vom Sommerfest, Größenverteilung wie im letzten Jahr. Freigabe macht Herr Dr. Nolte, Budget ist eingeplant.

1.000 T-Shirts mit Aufdruck | mail | out | 5 14:05 | lena | Angebot 2 Farben Siebdruck, Staffelpreise
Sehr geehrte Frau Musterfrau, anbei unser Angebot: 1.000 Stück zu 8,45 €, Lieferung frei Haus binnen 12 Werktagen nach Druckfreigabe. Ab 1.500 Stück sinkt der Preis auf 7,90 €.

Rahmenvertrag Arbeitskleidung 2 Jahre | meeting | - | 20 11:00 | thomas | Jahresgespräch bei Mustermann GmbH
Teilnehmende: Frau Musterfrau, Herr Dr. Nolte (Einkauf). Mustermann kauft bei uns und liefert uns zugleich die Blanko-Ware: beide Seiten wollen das in einem Rahmen regeln. Offen: Preisstaffel ab dem zweiten Jahr.

Rahmenvertrag Arbeitskleidung 2 Jahre | mail | in | 6 16:48 | thomas | AW: Entwurf Rahmenvertrag
Hallo Herr Brandt, der Entwurf passt weitgehend. Bitte noch die Staffel für Jahr 2 und ein Zahlungsziel von 30 Tagen aufnehmen. Viele Grüße, Maxinchen Musterfrau

1.000 T-Shirts Sommerfest | mail | in | 40 08:15 | lena | Bestellung Nr. 4711
Hiermit bestellen wir 1.000 T-Shirts gemäß Ihrem Angebot. Bitte Lieferung an Tor 3.

1.000 T-Shirts Sommerfest | call | out | 29 13:30 | lena | Zufrieden mit der Lieferung
Alles angekommen, Farben stimmen. Frau Musterfrau hat privat noch nach Blusen gefragt: an Jonas weitergegeben.

Zwei Blusen und ein Schal | note | - | 60 17:20 | jonas | Persönlich abgeholt
Frau Musterfrau hat als Privatkundin im Musterlager eingekauft. Bitte nicht mit der Firma zusammenführen.

Ein T-Shirt, Größe L, weiß | note | - | 95 12:02 | zoe | Mitarbeiterkauf
Max kauft als Kunde, Rabatt nach Betriebsvereinbarung.

Nachlieferung Hoodies (offene Rechnungen!) | call | out | 47 10:05 | max | Erste Zahlungserinnerung
Rechnung 2203 über 12.100 € ist seit 31 Tagen überfällig. Herr Nießen verspricht Zahlung bis Monatsende.

Nachlieferung Hoodies (offene Rechnungen!) | letter | out | 28 09:00 | max | Zweite Mahnung
Zweite Mahnung per Einschreiben. Frist: 14 Tage.

Nachlieferung Hoodies (offene Rechnungen!) | call | in | 9 15:37 | max | Möchte trotzdem nachbestellen
Herr Nießen will Hoodies nachbestellen, die alte Rechnung ist weiter offen. Mit Thomas abgestimmt: Lieferung nur gegen Vorkasse, sonst nicht.

Nachlieferung Hoodies (offene Rechnungen!) | note | - | 4 08:50 | thomas | Zahlt nicht: Sperre vorgemerkt
Kunde bleibt Kunde, kommt aber auf die schwarze Liste, wenn bis Freitag kein Geld da ist.

Firmenkleidung für den Lieferanten | meeting | - | 12 14:00 | thomas | Werksbesuch Borås
Lindqvist liefert uns seit drei Jahren Garn und fragt jetzt nach Kleidung für die eigene Belegschaft. Guter Termin, Ebba entscheidet selbst.

Firmenkleidung für den Lieferanten | mail | out | 3 10:22 | thomas | Offer: staff clothing
Hi Ebba, please find our offer attached. Delivery within three weeks. Shall we settle it against your open invoices? Best, Thomas

Bettwäsche 240 Zimmer | meeting | - | 8 09:30 | thomas | Begehung in Montreux
Waschtest mit drei Qualitäten vereinbart. Madame Lefèvre legt Wert auf Satin, Einkauf auf Haltbarkeit.

Cleanroom garments, phase 1 | call | out | 3 08:00 | anna | Call with Kobayashi-san
Phase 1 is approved technically. Legal asks for a cap on liability at the order value. We can live with that; contract goes back this week.

Aran sweaters, private label | mail | in | 7 18:11 | anna | Sizes and labels
Hello Anna, lovely samples! Could you send the size chart in inches, and confirm that our own labels can be sewn in? Siobhán

Denim sample order | mail | out | 5 07:55 | anna | Samples on their way
Dear Ms Yamamoto, the samples leave our warehouse on Thursday by courier. Tracking number follows.

Winterjacken Fahrpersonal | call | out | 9 11:16 | jonas | Angebot besprochen
Herr Groß findet die Jacke gut, fragt nach Reflexstreifen am Ärmel. Aufpreis 2,10 € je Stück genannt.

Flammschutz-Overalls | mail | in | 5 12:44 | jonas | Test certificate
Hi Jonas, we need the EN ISO 11612 certificate for the navy colour as well. If we get it by Friday we can sign. Joost

Warnschutz Bauhof, Los 1 und 2 | letter | out | 18 10:00 | zoe | Angebotsunterlagen fristgerecht eingereicht
Eingang bestätigt, Bindefrist 30 Tage.

Trainerkleidung 22 Studios | meeting | - | 8 16:00 | max | Präsentation in Winterthur
Drei Linien gezeigt, Favorit ist die mittlere. Herr Bünzli nimmt sie in die Geschäftsleitung mit.

Crew-Shirts Festivalsommer | call | in | 2 13:05 | jonas | Menge erhöht
Statt 1.200 jetzt 1.900 Shirts, dafür nur ein Druck. Frau Claußen braucht den Preis bis morgen.

Hoodies Erstsemester | mail | in | 23 09:12 | max | Absage
Lieber Herr Mustermann, wir haben uns aus Preisgründen für einen anderen Anbieter entschieden. Im nächsten Semester fragen wir Sie wieder an.

Mietwäsche-Ausschreibung Los 3 | note | - | 7 17:45 | thomas | Lehre aus Los 1
Diesmal liest Anna die Formblätter gegen, bevor wir hochladen.

Poloshirts Verkauf | call | in | 1 05:48 | lena | Neue Filiale
Frau Süßmilch eröffnet in Stade und braucht zwölf Poloshirts. Immer früh anrufen!

Warnschutzkleidung Netzservice | web | in | 2 19:30 | lena | Kontaktformular
Wir suchen einen Lieferanten für 140 Sätze Warnschutzkleidung Klasse 3. Bitte um Rückruf.

Softshelljacken für Guides | mail | in | 5 22:10 | jonas | Question about jackets
Hello! We are a small company from Kraków and need 60 softshell jackets with our logo. Do you ship to Poland? Małgorzata
`;

const HEAD =
  /^(?<about>[^|]+) \| (?<type>\w+) \| (?<direction>in|out|-) \| (?<daysAgo>\d+) (?<at>\d\d:\d\d) \| (?<author>\w+) \| (?<subject>.+)$/;

const TYPES: Readonly<Record<string, string>> = {
  call: "PHONE_COMMUNICATION",
  mail: "EMAIL_COMMUNICATION",
  meeting: "FACE_TO_FACE_COMMUNI",
  letter: "LETTER_CORRESPONDENC",
  web: "WEB_SITE_COMMUNICATI",
  note: "COMMENT_NOTE",
};

const DIRECTIONS: Readonly<Record<string, string>> = { in: "incoming", out: "outgoing" };

/** @throws when a block cannot be read: a mistake in the demo's text */
export function listDemoCommunications(): DemoCommunication[] {
  return TEXT.trim().split("\n\n").map(readBlock);
}

function readBlock(block: string): DemoCommunication {
  const [head = "", ...body] = block.split("\n");
  const cells = HEAD.exec(head)?.groups;
  const typeCode = TYPES[cells?.type ?? ""];
  if (!cells || !typeCode) throw new Error(`Not a communication of the demo: ${head}`);
  return {
    about: cells.about ?? "",
    typeCode,
    direction: DIRECTIONS[cells.direction ?? ""] ?? null,
    daysAgo: Number(cells.daysAgo),
    at: cells.at ?? "",
    author: cells.author ?? "",
    subject: cells.subject ?? "",
    body: body.join("\n"),
  };
}
