"use client";

import { Building2, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { ComboboxField } from "@/app/_ui/field/combobox-field";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { usePartySearch } from "../../use-party-search";
import { ContactTexts } from "./contact-texts";
import { firstRoles } from "./new-party-draft";
import type { useNewParty } from "./use-new-party";

type NewPartyFieldsProps = { form: ReturnType<typeof useNewParty> };

/** The fields of a new party; a name is enough. */
export function NewPartyFields({ form }: NewPartyFieldsProps) {
  const { draft, change, isMissing, failure } = form;
  const t = useTranslations("contact.new");
  const searchCompany = usePartySearch([], "organization");
  const isPerson = draft.kind === "person";
  return (
    <div className="space-y-4">
      <TextField
        label={t("name")}
        placeholder={isPerson ? t("namePerson") : undefined}
        autoFocus
        autoComplete="off"
        maxLength={500}
        error={isMissing ? t("nameMissing") : undefined}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <SegmentedControl
        label={t("kind")}
        className="w-full *:flex-1"
        value={draft.kind}
        onValueChange={(kind) => change({ kind })}
        segments={[
          { value: "person", label: t("person"), icon: <User size={14} /> },
          { value: "organization", label: t("organization"), icon: <Building2 size={14} /> },
        ]}
      />
      <ContactTexts
        texts={draft.contacts}
        error={failure}
        onChange={(contacts) => change({ contacts })}
      />
      <FormRow>
        {isPerson && (
          <ComboboxField
            label={t("company")}
            placeholder={t("companyPlaceholder")}
            value={draft.company}
            onValueChange={(company) => change({ company })}
            onCreate={(label) => change({ company: { id: "", label } })}
            search={searchCompany}
          />
        )}
        <SelectField
          label={t("role")}
          placeholder="–"
          value={draft.role}
          onValueChange={(role) => change({ role })}
          options={firstRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
      </FormRow>
    </div>
  );
}
