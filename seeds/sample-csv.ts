/**
 * Files as German Excel saves them ("CSV, durch Trennzeichen getrennt"): Windows-1252 without a
 * mark, semicolons, decimal commas, CRLF between rows and LF inside quoted cells. Columns, stages
 * and owners are those of the demo workspace.
 */

const HEADER = [
  "Kunde",
  "Ansprechpartner",
  "Bezeichnung",
  "Auftragswert",
  "Währung",
  "Phase",
  "Wahrscheinlichkeit",
  "Abschluss geplant",
  "Nächster Schritt",
  "Wiedervorlage",
  "Verantwortlich",
  "Quelle",
  "Bemerkung",
];

/** Cells between bars; ¶ is a line break inside a cell. */
const GOOD = `
Mustermann GmbH|Maxinchen Musterfrau|Nachbestellung 250 T-Shirts|2.112,50 €|EUR|Angebot|40 %|15.03.2027|Nachfassen|01.03.2027|Lena Hoffmann|Bestandskunde|Wie beim Sommerfest.¶Farbe: Petrol statt Marine.
Gärtnerei Grünspan e. K.|Sönke Grünspan|Latzhosen und Gummistiefel|1.480,00|EUR|Erstkontakt|5 %|30.04.2027|Katalog schicken|12.02.2027|Jonas Petersen|Webseite|
Straßenmeisterei Süd|Uschi Bößneck|Warnschutz Klasse 3|18.900,00|EUR|Bedarf geklärt|20 %|31.05.2027|Größenliste anfordern|03.03.2027|zoe.yildirim@spur.example|Messe|Ausschreibung "Los 2"; Frist beachten
Hôtel du Lac S.A.|Renée Dubois|Bademäntel 120 Stück|5.640,00|CHF|Verhandlung|70 %|10.02.2027|Vertrag gegenlesen|05.02.2027|Max Mustermann|Empfehlung|
Fährhaus Möwe|Knud Büchner|Schürzen mit Stick|735,50|EUR|Angebot||20.02.2027|||Lena Hoffmann|E-Mail|Anruf nur vormittags
Señor Tapas GmbH|José Núñez|Kochjacken, 3 Filialen|2.980,00|EUR|Angebot|40 %|28.02.2027|Muster abholen|10.02.2027|zoe.yildirim@spur.example|Kaltakquise|„Bitte nicht vor 15 Uhr anrufen“¶– Herr Núñez
Modehaus Großkopf|Edeltraud Großkopf|Frühjahrskollektion|24.300,00|EUR|Gewonnen|100 %|15.01.2027|||Jonas Petersen|Bestandskunde|
Rudi Rennrad|Rudi Rennrad|Trikots Vereinsausfahrt|640,00|EUR|Verloren|0 %|12.01.2027|||Max Mustermann|Empfehlung|Zu teuer
`;

const BAD = `
Sägewerk Fichtenau|Hans Fichtner|Schnittschutzhosen|zwölftausend|EUR|Angebot|40 %|15.03.2027|||Lena Hoffmann|Messe|Betrag in Worten
Bistro Müßig||Schürzen|890,00|EUR|Schwebend|10 %|15.03.2027|||Lena Hoffmann|Webseite|Unbekannte Phase
Reederei Ahoi||Troyer|4.200,00|EUR|Angebot|40 %|31.02.2027|||Jonas Petersen|Messe|Diesen Tag gibt es nicht
Kiosk am Eck||Poloshirts|310,00|EUR|Angebot|140 %|15.03.2027|||Jonas Petersen|Webseite|Mehr als sicher
||Ohne Kunde|100,00|EUR|Angebot|40 %|15.03.2027|||Lena Hoffmann|Webseite|
Zirkus Bombastico||Livreen|-500,00|EUR|Angebot|40 %|15.03.2027|||Niemand Unbekannt|Webseite|Betrag unter null, Verantwortlicher unbekannt
`;

/** Eight rows, all of which can be imported into the demo workspace. */
export function samplePipeline(): Buffer {
  return encode([HEADER, ...readRows(GOOD)]);
}

/** The same with six rows between that cannot. */
export function sampleWithBadRows(): Buffer {
  const bad = readRows(BAD);
  const mixed = readRows(GOOD).flatMap((row, index) => [row, ...bad.slice(index, index + 1)]);
  return encode([HEADER, ...mixed]);
}

/** Any number of rows, every twentieth with a line break, for tests and measurements. */
export function largePipeline(rows: number): Buffer {
  const [first = [], ...others] = readRows(GOOD);
  const model = [first, ...others];
  const many = Array.from({ length: rows }, (_, index) => {
    const [customer, contact, name, ...rest] = model[index % model.length] ?? first;
    return [`${customer} ${1 + (index % 500)}`, contact ?? "", `${name} ${index + 1}`, ...rest];
  });
  return encode([HEADER, ...many]);
}

function readRows(text: string): string[][] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.replaceAll("¶", "\n")));
}

function encode(rows: readonly (readonly string[])[]): Buffer {
  const text = rows.map((row) => `${row.map(quote).join(";")}\r\n`).join("");
  return Buffer.from(Array.from(text, byteOf));
}

function quote(cell: string): string {
  return /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What Windows-1252 has where Latin-1 has control characters. */
const WINDOWS = new Map(Object.entries({ "€": 0x80, "„": 0x84, "“": 0x93, "”": 0x94, "–": 0x96 }));

function byteOf(character: string): number {
  const byte = WINDOWS.get(character) ?? character.charCodeAt(0);
  if (byte > 0xff) throw new RangeError(`Windows-1252 has no ${character}.`);
  return byte;
}
