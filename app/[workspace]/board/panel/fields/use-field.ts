"use client";

import { useState } from "react";
import { leadSourceCodes } from "@/domain/lead-source";
import type { OpportunityPatch } from "@/domain/opportunity-input";
import type { Opportunity } from "../use-opportunity";
import type { FieldName, Saving } from "./use-saving";

export type EditedField<Value> = {
  /** What the control shows: what is being typed, else what is stored. */
  readonly value: Value;
  /** Whether something is typed that is not sent yet. */
  readonly isDirty: boolean;
  type(value: Value): void;
  /** Saves what was typed, if it differs; for blur and Enter. */
  commit(): void;
  /** Types and saves in one step; for choices. */
  choose(value: Value): void;
  /** Esc: back to what is stored. */
  revert(): void;
  /** Saves what was typed on top of a newer version. */
  again(version: number): void;
};

type Options<Name extends FieldName> = {
  field: Name;
  opportunity: Opportunity;
  saving: Saving;
  customerName?: string | undefined;
};

type Fields = { [Name in FieldName]-?: Exclude<OpportunityPatch[Name], undefined> };

/**
 * One field edited in place. While it is typed into, changes of others do not touch it; saving
 * says which version its editor saw, so that the database notices a conflict.
 */
export function useField<Name extends FieldName>(
  options: Options<Name>,
): EditedField<Fields[Name]> {
  const { field, opportunity, saving } = options;
  const stored = editableFields(opportunity)[field];
  const [draft, setDraft] = useState<{ value: Fields[Name]; version: number } | null>(null);
  const state = saving.states[field];
  const kept = state && "patch" in state ? valueIn(state.patch, field) : undefined;
  const value = draft ? draft.value : (kept ?? stored);

  function save(next: Fields[Name], version: number) {
    // A computed key loses its name in the type.
    saving.save(field, { [field]: next } as OpportunityPatch, version);
  }

  return {
    value,
    isDirty: draft !== null && draft.value !== stored,
    type: (next) => setDraft({ value: next, version: draft?.version ?? opportunity.version }),
    commit() {
      if (!draft) return;
      setDraft(null);
      if (draft.value !== stored) save(draft.value, draft.version);
    },
    choose(next) {
      setDraft(null);
      if (next !== stored) save(next, opportunity.version);
    },
    revert: () => setDraft(null),
    again: (version) => save(value, version),
  };
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
