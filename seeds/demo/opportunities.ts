import type { DemoOpportunity } from "./table";
import { readTable } from "./table";

/**
 * One line a card, top of the column first:
 * customer | contact | name | amount | owner, sight | age/stay | close | next step @day | source | …
 * Days count from the day of seeding; sight is N(ord), S(üd), V(ertrieb), W(orkspace), P(rivate);
 * a customer in brackets is a person; the last cell is an own probability or the reason of a loss.
 */
export function listDemoOpportunities(): DemoOpportunity[] {
  return [
    ...readTable("Erstkontakt", FIRST_CONTACT),
    ...readTable("Bedarf geklärt", QUALIFIED),
    ...readTable("Angebot", OFFERED),
    ...readTable("Verhandlung", NEGOTIATED),
    ...readTable("Gewonnen", WON),
    ...readTable("Verloren", LOST),
  ];
}

const FIRST_CONTACT = `
Stadtwerke Großräschen AöR | Jürgen Schäfer | Warnschutzkleidung Netzservice | 18400 EUR | lena N | 2/2 | +60 | Größenliste anfordern @0 | WEB_SITE
Weingut Schloß Weißenfels | Théo von Bülow | Schürzen für die Straußwirtschaft | 1290 EUR | max S | 3/3 | +30 | Muster schicken @+1 | WORD_OF_MOUTH
Kraków Bike Tours Sp. z o.o. | Małgorzata Wiśniewska | Softshelljacken für Guides | 6200 EUR | jonas N | 5/5 | +75 | Katalog auf Englisch schicken @0 | WEB_SITE
東京アパレル株式会社 | 佐藤 健 | Probelieferung Bio-Baumwolle | 9800 USD | anna V | 6/6 | +90 | Videokonferenz abstimmen (MEZ 9 Uhr) @+2 | TRADE_SHOW
Grundschule am Lerchenberg | Heike Nußbaum | Schulshirts 2. Halbjahr | 980 EUR | zoe S | 4/4 | +40 | Rückruf Elternbeirat @+3 | EMAIL
Pflegedienst Sonnenschein gGmbH | Ayşe Demir | Kasacks mit Namensstick | 3450 EUR | zoe S | 19/19 | +45 | Nachfassen @-6 | COLD_CALL
Åkerlund & Söner AB | Göran Åkerlund | Arbeitshosen Herbst | 14200 EUR | jonas N | 26/26 | | | TRADE_SHOW
[Emre Şahin] | | Vereinstrikots FC Anadolu | 760 EUR | zoe S | 8/8 | +20 | Logo als Vektordatei erbitten @-1 | WORD_OF_MOUTH
Bäckerei Süßmilch e. K. | Birgit Süßmilch | Poloshirts Verkauf | 540 EUR | lena N | 1/1 | +25 | Anrufen vor 6 Uhr oder nach 14 Uhr @0 | EXISTING_CUSTOMER
Café Größenwahn | | Schürzen und Caps | — EUR | max S | 11/11 | | Termin vor Ort @+6 | SELF_GENERATED
Bergwacht Oberallgäu | Korbinian Huber | Funktionsshirts Ehrenamt | 2300 EUR | max S | 33/33 | | | EMAIL
[Max Mustermann] | | Ein T-Shirt, Größe L, marineblau | 19.9 EUR | lena W | 7/7 | +7 | Gravur klären @+1 | EMPLOYEE
Freie Theatergruppe „Die Spätzünder“ | Noëmi Lüthi | Bühnenkleidung Spielzeit | 1800 CHF | zoe S | 16/16 | +80 | | WORD_OF_MOUTH
`;

const QUALIFIED = `
Mustermann GmbH | Maxinchen Musterfrau | Poloshirts für den Messestand | 4900 EUR | lena N | 21/6 | +35 | Muster Farbe Petrol zeigen @+1 | EXISTING_CUSTOMER
Hôtel Étoile du Léman SA | Chloé Lefèvre | Bettwäsche 240 Zimmer | 58600 CHF | thomas V | 40/8 | +70 | Waschtest auswerten @0 | PARTNER | 35%
Landhandel Brüggemann OHG | Hinnerk Brüggemann | Latzhosen und Regenjacken | 7250 EUR | jonas N | 18/4 | +28 | Nachfassen @-3 | COLD_CALL
Łódź Logistics S.A. | Łukasz Zieliński | Warnwesten nach EN ISO 20471 | 11300 EUR | jonas N | 30/12 | +50 | Zertifikate schicken @+2 | WEB_SITE
Gebäudereinigung Blitzblank GmbH & Co. KG | Songül Kaya | Erstausstattung 85 Mitarbeitende | 9640 EUR | zoe S | 25/9 | +33 | Termin Anprobe @+4 | CONFERENCE
Ångström Instruments AB | Björn Ångström | Laborkittel, antistatisch | 8100 EUR | lena N | 37/17 | +55 | Angebot vorbereiten @-8 | TRADE_SHOW
Stiftung Kinderlachen | | Spendenlauf: 600 Funktionsshirts | 5400 EUR | max S | 12/3 | +21 | Sponsorenlogos sammeln @+5 | PUBLIC_RELATIONS
Donau-Dampfschifffahrts-Elektrizitätenhauptbetriebswerk-Bauunterbeamtengesellschaft Service GmbH | Wolfgang Österreicher | Uniformen Bordpersonal | 23700 EUR | thomas V | 52/13 | +65 | Stoffmuster freigeben lassen @+1 | EXISTING_CUSTOMER
O’Brien & Daughters Ltd. | Siobhán O’Brien | Aran sweaters, private label | 12900 USD | anna W | 29/7 | +85 | Send revised size chart @+3 | EMAIL
Tierklinik Dr. Weiß | Dr. Jörg Weiß | OP-Kasacks, 6 Farben | 2150 EUR | zoe S | 9/5 | +18 | | WORD_OF_MOUTH
Brauhaus zum Löwen | Xaver Löwinger | Trachtenhemden Service | 3880 EUR | max S | 20/20 | | Rückruf @-11 | SELF_GENERATED
Nordlicht Events GmbH | Merle Claußen | Crew-Shirts Festivalsommer | 16500 EUR | jonas N | 15/2 | +44 | Druckverfahren abstimmen @0 | CAMPAIGN
Çelik Yapı A.Ş. | Deniz Çelik | Sicherheitskleidung Baustelle Ost | 20100 EUR | zoe S | 34/10 | +60 | Technische Rückfragen beantworten @+7 | PARTNER
Universitätsklinikum Rheinaue | Prof. Dr. Miriam Öztürk | Pilot: 300 Bereichskleidung | 27400 EUR | thomas P | 45/11 | +95 | Vorgespräch Einkauf, noch vertraulich @+9 | CONFERENCE
Mode Möller KG | Sünje Möller | Basic-Kollektion Frühjahr | 13800 EUR | lena N | 10/1 | +48 | Farbkarte schicken @+2 | EXISTING_CUSTOMER
`;

const OFFERED = `
Mustermann GmbH | Maxinchen Musterfrau | 1.000 T-Shirts mit Aufdruck | 8450 EUR | lena N | 34/5 | +14 | Angebot nachfassen @0 | EXISTING_CUSTOMER | 60%
Spedition Kühne-Groß | Ralf Groß | Winterjacken Fahrpersonal | 31200 EUR | jonas N | 48/9 | +22 | Anruf Fuhrparkleitung @-2 | EXISTING_CUSTOMER
Garnweberei Lindqvist AB | Ebba Lindqvist | Firmenkleidung für den Lieferanten | 2700 EUR | thomas V | 22/3 | +30 | Lieferzeit bestätigen @+2 | PARTNER
Jääskeläinen Oy | Aino Jääskeläinen | Fleecejacken mit Stick | 6900 EUR | lena N | 31/16 | +12 | Nachfassen @-5 | TRADE_SHOW
Hotelgruppe Alpenglück | Reto Zürcher | Berufskleidung Küche, 9 Häuser | 44800 CHF | max S | 57/8 | +38 | Vertragsentwurf prüfen @+1 | CONFERENCE | 50%
Société Générale du Coton S.A.S. | Éloïse Béranger | Handelsware: 4.000 Blanko-Shirts | 15600 EUR | anna W | 27/4 | +26 | Incoterms klären @+4 | EXISTING_CUSTOMER
Feuerwehr Bad Tölz | Kommandant Sepp Gschwendtner | Tagesdienstkleidung | 12750 EUR | max S | 39/12 | +17 | | WEB_SITE
Petrović Catering d.o.o. | Mila Petrović | Kochjacken und Schürzen | 4300 EUR | zoe S | 19/6 | +9 | Zahlungsziel besprechen @0 | EMAIL
Schröder Sanitär | Knut Schröder | Latzhosen mit Rückenlogo | 1980 EUR | jonas N | 14/2 | +11 | Freigabe Korrekturabzug @+1 | EXISTING_CUSTOMER
Klinikum Großhadern Service GmbH | Dr. Inês Gonçalves | Mietwäsche-Ausschreibung Los 3 | 96000 EUR | thomas V | 80/7 | +41 | Bietergespräch vorbereiten @+6 | WEB_SITE | 25%
Baumgärtner Gartenbau | Frieder Baumgärtner | Regenkleidung Kolonne | 3100 EUR | zoe S | 24/13 | +6 | Nachfassen @-9 | COLD_CALL
Yamamoto Trading Co., Ltd. | 山本 由紀 | Denim sample order | 7400 USD | anna V | 18/5 | +32 | Ship samples by courier @+3 | TRADE_SHOW
Rudergesellschaft Elbe 1887 | Ole Thießen | Vereinskollektion | 2890 EUR | jonas N | 20/3 | +19 | Anprobetermin @+5 | WORD_OF_MOUTH
Zahnärzte am Dom | Dr. Käthe Großmann | Praxiskleidung 14 Personen | 1640 EUR | lena N | 13/4 | +8 | Entscheidung abfragen @+1 | EMAIL
`;

const NEGOTIATED = `
Mustermann GmbH | Maxinchen Musterfrau | Rahmenvertrag Arbeitskleidung 2 Jahre | 62400 EUR | thomas V | 92/6 | +18 | Preisstaffel freigeben @0 | EXISTING_CUSTOMER | 80%
Textilpark Südwest GmbH | Volker Nießen | Nachlieferung Hoodies (offene Rechnungen!) | 9700 EUR | max S | 66/9 | +10 | Nur gegen Vorkasse @-4 | EXISTING_CUSTOMER | 30%
Van den Berg Offshore B.V. | Joost van den Berg | Flammschutz-Overalls | 38900 EUR | jonas N | 70/5 | +9 | Muster nachreichen @+1 | CONFERENCE
Stadt Würzburg, Baureferat | Uwe Käßmann | Warnschutz Bauhof, Los 1 und 2 | 41200 EUR | zoe S | 88/4 | +13 | Zuschlagsfrist im Blick behalten @+8 | WEB_SITE
Sørensen Møbler A/S | Ditte Sørensen | Montagekleidung Dänemark und Schweden | 17800 EUR | lena N | 51/10 | +5 | Rabatt mit Thomas klären @-1 | TRADE_SHOW
Kobayashi Denki K.K. | 小林 明 | Cleanroom garments, phase 1 | 26500 USD | anna W | 61/3 | +24 | Review liability clause @+2 | PARTNER
Fitness Fabrik AG | Sandro Bünzli | Trainerkleidung 22 Studios | 19900 CHF | max S | 44/8 | +15 | Entscheidung Geschäftsleitung @0 | CAMPAIGN
Brandão & Filhos Lda. | João Brandão | Frottierware Hotel Algarve | 13400 EUR | zoe S | 55/2 | +20 | Vertrag gegenlesen @+3 | EMAIL
Kreissparkasse Nordheide | Dörte Lüdemann | Tücher und Krawatten, Filialen | 8800 EUR | thomas P | 38/5 | +16 | Vertraulich: Fusion abwarten @+12 | SELF_GENERATED
`;

const WON = `
Mustermann GmbH | Maxinchen Musterfrau | 1.000 T-Shirts Sommerfest | 7900 EUR | lena N | 130/41 | -41 | | EXISTING_CUSTOMER
[Max Mustermann] | | Ein T-Shirt, Größe L, weiß | 19.9 EUR | zoe W | 96/95 | -95 | | EMPLOYEE
[Maxinchen Musterfrau] | | Zwei Blusen und ein Schal | 148.5 EUR | jonas W | 64/60 | -60 | | WORD_OF_MOUTH
Garnweberei Lindqvist AB | Ebba Lindqvist | Messebekleidung Heimtextil | 3600 EUR | thomas V | 120/75 | -75 | | PARTNER
Spedition Kühne-Groß | Ralf Groß | Sommerkollektion Fahrpersonal | 22300 EUR | jonas N | 150/32 | -32 | | EXISTING_CUSTOMER
Mode Möller KG | Sünje Möller | Herbstkollektion Basics | 11900 EUR | lena N | 140/58 | -58 | | EXISTING_CUSTOMER
Feuerwehr Bad Tölz | Kommandant Sepp Gschwendtner | T-Shirts Jugendfeuerwehr | 1350 EUR | max S | 85/49 | -49 | | WORD_OF_MOUTH
Société Générale du Coton S.A.S. | Éloïse Béranger | Blanko-Shirts 1. Lieferung | 14800 EUR | anna W | 160/88 | -88 | | TRADE_SHOW
Bäckerei Süßmilch e. K. | Birgit Süßmilch | Schürzen mit Logo | 420 EUR | lena N | 70/66 | -66 | | EXISTING_CUSTOMER
Textilpark Südwest GmbH | Volker Nießen | Hoodies Erstlieferung | 12100 EUR | max S | 210/145 | -145 | | COLD_CALL
Hotelgruppe Alpenglück | Reto Zürcher | Schürzen Testhaus Davos | 2900 CHF | max S | 115/62 | -62 | | CONFERENCE
Schröder Sanitär | Knut Schröder | T-Shirts Monteure | 890 EUR | jonas N | 60/18 | -18 | | EXISTING_CUSTOMER
Brandão & Filhos Lda. | João Brandão | Bademäntel, Pilot | 4100 EUR | zoe S | 99/27 | -27 | | EMAIL
Stadt Würzburg, Baureferat | Uwe Käßmann | Handschuhe und Mützen | 2750 EUR | zoe S | 77/9 | -9 | | WEB_SITE
`;

const LOST = `
Universität Tübingen, Shop | Dr. Ólafur Þórsson | Hoodies Erstsemester | 17200 EUR | max S | 110/23 | -23 | | EMAIL | Preis: ein Wettbewerber lag 12 % darunter
Klinikum Großhadern Service GmbH | Dr. Inês Gonçalves | Mietwäsche-Ausschreibung Los 1 | 74000 EUR | thomas V | 170/54 | -54 | | WEB_SITE | Formfehler im Angebot
Reinigung Perlweiß | | Kittel und Schürzen | 1500 EUR | zoe S | 90/71 | -71 | | COLD_CALL | Keine Rückmeldung mehr
Grand Hôtel Müßiggang | Amélie Roßbach | Livrees und Handtücher | 28900 CHF | max S | 145/36 | -36 | | TRADE_SHOW | Budget auf nächstes Jahr verschoben
Nordwind Reederei | Fiete Jensen | Troyer Besatzung | 8700 EUR | jonas N | 102/44 | -44 | | CONFERENCE | Bleibt beim bisherigen Lieferanten
Müller & Söhne Bau GmbH | Gökhan Müller | Winterausrüstung Polier | 5600 EUR | lena N | 80/15 | -15 | | COLD_CALL | Lieferzeit zu lang
Tanzschule Schritt für Schritt | | Trainingsjacken | 1250 EUR | zoe S | 58/30 | -30 | | WORD_OF_MOUTH | Projekt eingestellt
`;
