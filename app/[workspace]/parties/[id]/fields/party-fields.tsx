"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { listTimeZones } from "@/app/_places/time-zones";
import { leadSourceCodes } from "@/domain/lead-source";
import { usePartySaving } from "../../../fields/use-party-saving";
import { useFieldFocus } from "../../../presence/use-field-focus";
import { useWorkspace } from "../../../workspace-context";
import { useOpened } from "../party-context";
import { Section } from "../section";
import { NoteRow } from "./note-row";
import { ChoiceRow, CountRow, DayRow, RevenueRow, TextRow } from "./party-rows";
import { languageName } from "./use-party-words";

/** Those that are spoken where the product is used most; the stored one is always among them. */
const languages = [
  "de",
  "en",
  "fr",
  "it",
  "es",
  "nl",
  "pl",
  "cs",
  "da",
  "sv",
  "pt",
  "tr",
  "zh",
  "ja",
];
const currencies = [
  "EUR",
  "CHF",
  "USD",
  "GBP",
  "PLN",
  "CZK",
  "DKK",
  "SEK",
  "NOK",
  "HUF",
  "JPY",
  "CNY",
];

/** The own fields of a person or an organization, edited in place. */
export function PartyFields() {
  const t = useTranslations("party");
  const sources = useTranslations("opportunity.sources");
  const locale = useLocale();
  const { opened } = useOpened();
  const { currency } = useWorkspace();
  const { party, members } = opened;
  const saving = usePartySaving(party.id);
  const zones = useMemo(() => listTimeZones(), []);
  const owners = members.filter(({ id, isActive }) => isActive || id === party.ownerId);
  const ownFirst = [...new Set([party.revenueCurrency ?? currency, currency, ...currencies])];
  const spoken = [...new Set([...(party.language ? [party.language] : []), ...languages])];
  return (
    <Section title={t(party.kind === "person" ? "fields.person" : "fields.organization")}>
      <div className="space-y-0.5" {...useFieldFocus()}>
        {party.kind === "person" ? (
          <>
            <TextRow field="salutation" saving={saving} maxLength={60} />
            <TextRow field="title" saving={saving} maxLength={60} />
            <TextRow field="givenName" saving={saving} maxLength={500} />
            <TextRow field="familyName" saving={saving} maxLength={500} />
            <TextRow field="suffix" saving={saving} maxLength={60} />
            <TextRow field="localName" saving={saving} maxLength={500} />
            <TextRow field="occupation" saving={saving} maxLength={200} />
            <DayRow field="birthday" saving={saving} />
          </>
        ) : (
          <>
            <TextRow field="name" saving={saving} maxLength={500} />
            <TextRow field="localName" saving={saving} maxLength={500} />
            <TextRow field="legalForm" saving={saving} maxLength={60} />
            <TextRow field="industry" saving={saving} maxLength={200} />
            <CountRow field="employees" saving={saving} />
            <RevenueRow saving={saving} currencies={ownFirst} />
            <TextRow field="vatId" saving={saving} maxLength={30} />
            <TextRow field="registration" saving={saving} maxLength={200} />
          </>
        )}
        <ChoiceRow
          field="language"
          saving={saving}
          empty="–"
          options={spoken.map((code) => ({ value: code, label: languageName(code, locale) }))}
        />
        <ChoiceRow
          field="currency"
          saving={saving}
          empty="–"
          options={[...new Set([...(party.currency ? [party.currency] : []), ...ownFirst])].map(
            (code) => ({ value: code, label: code }),
          )}
        />
        <ChoiceRow field="timeZone" saving={saving} empty="–" options={zones} />
        <ChoiceRow
          field="source"
          saving={saving}
          empty="–"
          options={leadSourceCodes.map((code) => ({ value: code, label: sources(code) }))}
        />
        <ChoiceRow
          field="ownerId"
          saving={saving}
          empty={t("nobody")}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ChoiceRow
          field="status"
          saving={saving}
          options={[
            { value: "active", label: t("status.active") },
            { value: "inactive", label: t("status.inactive") },
          ]}
        />
        <NoteRow saving={saving} />
      </div>
    </Section>
  );
}
