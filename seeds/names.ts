/** Names for people and companies that nobody tells a story about. All invented. */

export const PEOPLE = [
  "Anna Keller",
  "Lena Hoffmann",
  "Jonas Petersen",
  "Zoë Yıldırım",
  "Thomas Brandt",
  "Sophie Marchand",
  "Łukasz Wiśniewski",
  "Jörg Weiß",
  "Mia Größer",
  "Emre Şahin",
  "Noor Haddad",
  "Björn Ångström",
  "Inês Gonçalves",
  "Ólafur Þórsson",
  "Chloé Lefèvre",
] as const;

export const FAMILY_NAMES = [
  "Müller",
  "Schröder",
  "Weiß",
  "Łukasiewicz",
  "García",
  "O’Connor",
  "Lefèvre",
  "Yıldız",
  "Kobayashi",
  "Sørensen",
  "Großmann",
  "Brandão",
  "Novák",
  "Hoffmann",
  "van den Berg",
  "Jääskeläinen",
  "Petrović",
  "Baumgärtner",
] as const;

export const BRANCHES = [
  "Textilhandel",
  "Berufsbekleidung",
  "Sport",
  "Hotelwäsche",
  "Maschinenbau",
  "Logistik",
  "Gastro",
  "Klinikbedarf",
  "Eventagentur",
  "Mode",
  "Schulbedarf",
  "Sicherheitstechnik",
] as const;

export const LEGAL_FORMS = [
  "GmbH",
  "AG",
  "KG",
  "GmbH & Co. KG",
  "e. K.",
  "S.A.S.",
  "Sp. z o.o.",
] as const;

export const DEALS = [
  "Rahmenvertrag Arbeitskleidung",
  "1.000 T-Shirts mit Aufdruck",
  "Poloshirts Service-Team",
  "Messe-Ausstattung",
  "Winterjacken Außendienst",
  "Nachbestellung Schürzen",
  "Bettwäsche 240 Zimmer",
  "Merchandise-Kollektion",
  "Warnwesten nach EN ISO 20471",
  "Schulshirts Jahrgang 10",
] as const;

export const NEXT_STEPS = [
  "Nachfassen",
  "Muster schicken",
  "Angebot überarbeiten",
  "Termin vereinbaren",
  "Größenliste anfordern",
] as const;
