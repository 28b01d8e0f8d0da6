"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useMemo, useState } from "react";
import { listCountries } from "@/app/_places/countries";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import type { ContactAddress } from "@/domain/contact-point";
import { useWorkspace } from "../../../workspace-context";

type AddressFormProps = {
  /** What stands there first. */
  address?: ContactAddress;
  /** Whether it worked; if not, what was typed stays. */
  onSave: (address: ContactAddress) => Promise<boolean>;
  onClose: () => void;
};

const parts = ["street", "extra", "postalCode", "city", "region"] as const;
type Part = (typeof parts)[number];

const autoComplete: Record<Part, string> = {
  street: "address-line1",
  extra: "address-line2",
  postalCode: "postal-code",
  city: "address-level2",
  region: "address-level1",
};

/** A postal address in its parts; it is shown as its country writes it. */
export function AddressForm({ address: first, onSave, onClose }: AddressFormProps) {
  const t = useTranslations("party.contacts.address");
  const actions = useTranslations("common.actions");
  const locale = useLocale();
  const { timeZone } = useWorkspace();
  const countries = useMemo(() => listCountries(locale), [locale]);
  const here = countries.find((one) => one.timeZone === timeZone)?.code ?? "DE";
  const [typed, setTyped] = useState<Partial<Record<Part, string>>>(first ?? {});
  const [country, setCountry] = useState(first?.country ?? here);
  const [problem, setProblem] = useState<string>();
  const [isSaving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    const address: ContactAddress = { country };
    for (const part of parts) {
      const text = typed[part]?.trim();
      if (text) address[part] = text;
    }
    if (address.street === undefined && address.city === undefined) {
      setProblem(t("missing"));
      return;
    }
    setSaving(true);
    const isSaved = await onSave(address);
    setSaving(false);
    if (isSaved) onClose();
  }

  const field = (part: Part, autoFocus = false) => (
    <TextField
      label={t(part)}
      className={part === "postalCode" ? "col-span-2" : "col-span-4"}
      autoFocus={autoFocus}
      autoComplete={autoComplete[part]}
      maxLength={200}
      value={typed[part] ?? ""}
      error={part === "city" ? problem : undefined}
      onChange={({ target }) => {
        setTyped((before) => ({ ...before, [part]: target.value }));
        setProblem(undefined);
      }}
    />
  );

  return (
    <form
      className="mt-2 grid grid-cols-6 gap-3 rounded-8 bg-sunken p-3 [&>:not([class*=col-span])]:col-span-6"
      onSubmit={(event) => void save(event)}
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose();
      }}
    >
      <div className="contents [&>*]:col-span-6!">
        {field("street", true)}
        {field("extra")}
      </div>
      {field("postalCode")}
      {field("city")}
      <div className="contents [&>*]:col-span-3!">
        {field("region")}
        <SelectField
          label={t("country")}
          value={country}
          onValueChange={setCountry}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {actions("cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={isSaving}>
          {actions("save")}
        </Button>
      </div>
    </form>
  );
}
