"use client";

import { leadSourceCodes } from "@/domain/lead-source";
import type { OpportunityPatch } from "@/domain/opportunity-input";
import { type EditedField, useEditedField } from "../../../fields/use-edited-field";
import type { Opportunity } from "../use-opportunity";
import type { FieldName, Saving } from "./use-saving";

type Options<Name extends FieldName> = {
  field: Name;
  opportunity: Opportunity;
  saving: Saving;
};

type Fields = { [Name in FieldName]-?: Exclude<OpportunityPatch[Name], undefined> };

/** One field of an opportunity, edited in place. */
export function useField<Name extends FieldName>(
  options: Options<Name>,
): EditedField<Fields[Name]> {
  const { field, opportunity, saving } = options;
  const state = saving.states[field];
  return useEditedField<Fields[Name]>({
    stored: editableFields(opportunity)[field],
    kept: state && "patch" in state ? valueIn(state.patch, field) : undefined,
    version: opportunity.version,
    save(next, version) {
      // A computed key loses its name in the type.
      saving.save(field, { [field]: next } as OpportunityPatch, version);
    },
  });
}

function valueIn<Name extends FieldName>(
  patch: Partial<Fields>,
  field: Name,
): Fields[Name] | undefined {
  return patch[field];
}

function editableFields(opportunity: Opportunity): Fields {
  const source = leadSourceCodes.find((code) => code === opportunity.source) ?? null;
  return { ...opportunity, source };
}
