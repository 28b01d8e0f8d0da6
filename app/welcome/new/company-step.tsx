"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { readForm } from "@/app/_entry/read-form";
import type { Country } from "@/app/_places/countries";
import type { PlaceOption } from "@/app/_places/currencies";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import { companyDetails } from "@/domain/workspace-input";
import { slugOf } from "@/domain/workspace-slug";
import type { ChangeDraft, Draft } from "./draft";
import { StepFrame } from "./step-frame";
import type { Places } from "./use-places";

type CompanyStepProps = {
  draft: Draft;
  change: ChangeDraft;
  places: Places;
  countries: readonly Country[];
  currencies: readonly PlaceOption[];
  timeZones: readonly PlaceOption[];
  onDone: () => void;
};

/** The company, where it is at home, and who sets it up. */
export function CompanyStep(props: CompanyStepProps) {
  const { draft, change, places, countries, currencies, timeZones, onDone } = props;
  const t = useTranslations("setup.company");
  const steps = useTranslations("setup.steps");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const zones = timeZones.some(({ value }) => value === places.timeZone)
    ? timeZones
    : [{ value: places.timeZone, label: places.timeZone }, ...timeZones];

  function submit(form: HTMLFormElement) {
    const { company, givenName, familyName } = draft;
    const reading = readForm(form, companyDetails, { company, givenName, familyName });
    setProblems(reading.problems ?? []);
    if (!reading.data) return;
    change(reading.data);
    onDone();
  }

  function problemOf(field: "company" | "givenName" | "familyName") {
    return problems.includes(field) ? t(`problems.${field}`) : undefined;
  }

  return (
    <StepFrame
      step="company"
      title={t("title")}
      text={t("text")}
      onSubmit={submit}
      buttons={
        <Button type="submit" variant="primary" size="lg" className="ml-auto">
          {steps("continue")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <TextField
          label={t("name")}
          name="company"
          autoComplete="organization"
          placeholder={t("nameExample")}
          value={draft.company}
          onChange={(event) => change({ company: event.target.value })}
          error={problemOf("company")}
          hint={draft.company.trim() ? t("address", { slug: slugOf(draft.company) }) : undefined}
        />
        <SelectField
          label={t("country")}
          autoComplete="country"
          value={places.country}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
          onValueChange={(country) => change({ country, currency: null, timeZone: null })}
        />
        <FormRow>
          <SelectField
            label={t("currency")}
            value={places.currency}
            options={currencies}
            onValueChange={(currency) => change({ currency })}
          />
          <SelectField
            label={t("timeZone")}
            value={places.timeZone}
            options={zones}
            onValueChange={(timeZone) => change({ timeZone })}
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t("givenName")}
            name="givenName"
            autoComplete="given-name"
            value={draft.givenName}
            onChange={(event) => change({ givenName: event.target.value })}
            error={problemOf("givenName")}
          />
          <TextField
            label={t("familyName")}
            name="familyName"
            autoComplete="family-name"
            value={draft.familyName}
            onChange={(event) => change({ familyName: event.target.value })}
            error={problemOf("familyName")}
          />
        </FormRow>
      </div>
    </StepFrame>
  );
}
