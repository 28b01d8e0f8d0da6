"use client";

import { useState } from "react";

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

type Options<Value> = {
  stored: Value;
  /** What was typed and is not stored, because saving it failed or somebody else was faster. */
  kept: Value | undefined;
  /** Of the row that is shown. */
  version: number;
  save(value: Value, version: number): void;
};

/**
 * One field edited in place. While it is typed into, changes of others do not touch it; saving
 * says which version its editor saw, so that the database notices a conflict.
 */
export function useEditedField<Value>(options: Options<Value>): EditedField<Value> {
  const { stored, kept, version, save } = options;
  const [draft, setDraft] = useState<{ value: Value; version: number } | null>(null);
  const value = draft ? draft.value : (kept ?? stored);
  return {
    value,
    isDirty: draft !== null && draft.value !== stored,
    type: (next) => setDraft({ value: next, version: draft?.version ?? version }),
    commit() {
      if (!draft) return;
      setDraft(null);
      if (draft.value !== stored) save(draft.value, draft.version);
    },
    choose(next) {
      setDraft(null);
      if (next !== stored) save(next, version);
    },
    revert: () => setDraft(null),
    again: (newer) => save(value, newer),
  };
}
