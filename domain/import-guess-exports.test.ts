import { describe, expect, test } from "vitest";
import { guessByName as guess } from "./import-test-context";

describe("the first guess of the columns", () => {
  test("of a spreadsheet kept by hand", () => {
    expect(
      guess(
        "Lfd. Nr.|Projekt|Kunde|Ansprechpartner|Summe in €|Stand|WK %|Abschluß geplant|Bearbeiter|Nächster Schritt|WV am|Herkunft|Bemerkungen",
        "1|Neue Halle|Muster Bau GmbH|Herr Mustermann|1.200,00|Angebot|20 %|31.12.2026|Mia Muster|Anrufen|01.07.2026|Messe|eilt",
      ),
    ).toEqual({
      name: "Projekt",
      customer: "Kunde",
      contact: "Ansprechpartner",
      owner: "Bearbeiter",
      amount: "Summe in €",
      stage: "Stand",
      probability: "WK %",
      expectedCloseOn: "Abschluß geplant",
      nextStep: "Nächster Schritt",
      nextStepOn: "WV am",
      source: "Herkunft",
      note: "Bemerkungen",
    });
  });

  test("of HubSpot in English", () => {
    expect(
      guess(
        "Record ID|Deal Name|Deal Stage|Close Date|Deal owner|Amount|Amount in company currency|Currency|Create Date|Pipeline|Deal probability|Next step|Original Source Type|Associated Company IDs|Associated Company|Associated Contact IDs|Associated Contact|Associated Note",
        "9001|New hall|Appointment Scheduled|2026-12-31 10:00|Mia Muster|1200.5|1200.5|EUR|2026-01-01 09:00|Sales|0.2|Call|Offline Sources|77|Muster Bau GmbH|88|Max Mustermann (max@muster.example)|",
      ),
    ).toEqual({
      name: "Deal Name",
      customer: "Associated Company",
      contact: "Associated Contact",
      owner: "Deal owner",
      amount: "Amount",
      currency: "Currency",
      stage: "Deal Stage",
      probability: "Deal probability",
      expectedCloseOn: "Close Date",
      nextStep: "Next step",
      source: "Original Source Type",
      note: "Associated Note",
    });
  });

  test("of HubSpot in German", () => {
    expect(
      guess(
        "Datensatz-ID|Dealname|Deal-Phase|Abschlussdatum|Für Deal zuständiger Mitarbeiter|Betrag|Betrag in Firmenwährung|Währung|Erstelldatum|Nächster Schritt|Ursprüngliche Quelle|Zugeordnetes Unternehmen|Zugeordneter Kontakt",
        "9001|Neue Halle|Termin vereinbart|31.12.2026|Mia Muster|1200,5|1200,5|EUR|01.01.2026|Anrufen|Offline|Muster Bau GmbH|Max Mustermann",
      ),
    ).toEqual({
      name: "Dealname",
      customer: "Zugeordnetes Unternehmen",
      contact: "Zugeordneter Kontakt",
      owner: "Für Deal zuständiger Mitarbeiter",
      amount: "Betrag",
      currency: "Währung",
      stage: "Deal-Phase",
      expectedCloseOn: "Abschlussdatum",
      nextStep: "Nächster Schritt",
      source: "Ursprüngliche Quelle",
    });
  });

  test("of Pipedrive in English, where the status tells won from lost", () => {
    expect(
      guess(
        "Deal - ID|Deal - Title|Deal - Value|Deal - Currency of Value|Deal - Weighted value|Deal - Organization|Deal - Contact person|Deal - Stage|Deal - Status|Deal - Owner|Deal - Deal created|Deal - Won time|Deal - Lost reason|Deal - Expected close date|Deal - Next activity date|Deal - Probability|Deal - Source channel",
        "1|New hall|1200|EUR|240|Muster Bau GmbH|Max Mustermann|Proposal Made|open|Mia Muster|2026-01-01|||2026-12-31|2026-07-01|20|Trade show",
        "2|Old hall|900|EUR|0|Beispiel AG|Bea Beispiel|Qualified|lost|Ben Beispiel|2026-01-02||price|2026-03-31||0|",
      ),
    ).toEqual({
      name: "Deal - Title",
      customer: "Deal - Organization",
      contact: "Deal - Contact person",
      owner: "Deal - Owner",
      amount: "Deal - Value",
      currency: "Deal - Currency of Value",
      stage: "Deal - Stage",
      outcome: "Deal - Status",
      probability: "Deal - Probability",
      expectedCloseOn: "Deal - Expected close date",
      nextStepOn: "Deal - Next activity date",
      source: "Deal - Source channel",
    });
  });

  test("of Pipedrive in German", () => {
    expect(
      guess(
        "Deal - Titel|Deal - Wert|Deal - Währung|Deal - Organisation|Deal - Kontaktperson|Deal - Phase|Deal - Status|Deal - Besitzer|Deal - Erwartetes Abschlussdatum|Deal - Wahrscheinlichkeit|Deal - Grund für Verlust",
        "Neue Halle|1200|EUR|Muster Bau GmbH|Max Mustermann|Angebot|Offen|Mia Muster|2026-12-31|20|",
      ),
    ).toEqual({
      name: "Deal - Titel",
      customer: "Deal - Organisation",
      contact: "Deal - Kontaktperson",
      owner: "Deal - Besitzer",
      amount: "Deal - Wert",
      currency: "Deal - Währung",
      stage: "Deal - Phase",
      outcome: "Deal - Status",
      probability: "Deal - Wahrscheinlichkeit",
      expectedCloseOn: "Deal - Erwartetes Abschlussdatum",
    });
  });

  test("of Salesforce in English", () => {
    expect(
      guess(
        "Owner Role|Opportunity Owner|Account Name|Opportunity Name|Stage|Fiscal Period|Amount Currency|Amount|Expected Revenue Currency|Expected Revenue|Probability (%)|Age|Close Date|Created Date|Next Step|Lead Source|Type",
        "Rep|Mia Muster|Muster Bau GmbH|New hall|Prospecting|Q4-2026|EUR|1,200.00|EUR|240.00|20|12|12/31/2026|1/2/2026|Call|Web|New",
      ),
    ).toEqual({
      name: "Opportunity Name",
      customer: "Account Name",
      owner: "Opportunity Owner",
      amount: "Amount",
      currency: "Amount Currency",
      stage: "Stage",
      probability: "Probability (%)",
      expectedCloseOn: "Close Date",
      nextStep: "Next Step",
      source: "Lead Source",
    });
  });

  test("of Salesforce in German", () => {
    expect(
      guess(
        "Opportunity-Inhaber|Rolle des Inhabers|Accountname|Name der Opportunity|Phase|Betrag (Währung)|Betrag|Erwarteter Umsatz|Wahrscheinlichkeit (%)|Alter|Schlusstermin|Erstelldatum|Nächster Schritt|Lead-Quelle|Typ",
        "Mia Muster|Rep|Muster Bau GmbH|Neue Halle|Angebot|EUR|1.200,00|240,00|20|12|31.12.2026|02.01.2026|Anrufen|Messe|Neu",
      ),
    ).toEqual({
      name: "Name der Opportunity",
      customer: "Accountname",
      owner: "Opportunity-Inhaber",
      amount: "Betrag",
      currency: "Betrag (Währung)",
      stage: "Phase",
      probability: "Wahrscheinlichkeit (%)",
      expectedCloseOn: "Schlusstermin",
      nextStep: "Nächster Schritt",
      source: "Lead-Quelle",
    });
  });

  test("of OFBiz by the names of its fields", () => {
    expect(
      guess(
        "salesOpportunityId|opportunityName|description|nextStep|nextStepDate|estimatedAmount|estimatedProbability|currencyUomId|dataSourceId|estimatedCloseDate|opportunityStageId|createdByUserLogin",
        "9000|Neue Halle||Anrufen|2026-07-01 00:00:00.0|1200.000|0.2|EUR|TRADE_SHOW|2026-12-31 00:00:00.0|SOSTG_ANGEBOT|admin",
      ),
    ).toEqual({
      name: "opportunityName",
      amount: "estimatedAmount",
      currency: "currencyUomId",
      stage: "opportunityStageId",
      probability: "estimatedProbability",
      expectedCloseOn: "estimatedCloseDate",
      nextStep: "nextStep",
      nextStepOn: "nextStepDate",
      source: "dataSourceId",
      note: "description",
    });
  });
});
