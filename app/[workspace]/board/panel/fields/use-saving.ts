"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useBoard } from "@/app/_realtime/use-board";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { OpportunityPatch } from "@/domain/opportunity-input";
import type { FieldState } from "../../../fields/field-state";

export type FieldName = keyof OpportunityPatch;

export type Saving = {
  readonly states: Readonly<Partial<Record<FieldName, FieldState<OpportunityPatch>>>>;
  /**
   * Saves one field. `version` is that of the opportunity when its editor began. A patch may name
   * more than one field where they belong together.
   */
  save(field: FieldName, patch: OpportunityPatch, version: number, customerName?: string): void;
  /** Takes back what was typed. */
  forget(field: FieldName): void;
};

type Held = { id: string; states: Saving["states"] };

const none: Saving["states"] = {};

/** Saves the fields of one opportunity, each on its own. */
export function useSaving(id: string): Saving {
  const { mutations } = useBoard();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const [held, setHeld] = useState<Held>({ id, states: none });

  if (held.id !== id) setHeld({ id, states: none });

  function note(field: FieldName, state: FieldState<OpportunityPatch> | undefined) {
    setHeld((before) => {
      // An answer for an opportunity that was open before says nothing about this one.
      if (before.id !== id) return before;
      const { [field]: _, ...others } = before.states;
      return { id, states: state ? { ...others, [field]: state } : others };
    });
  }

  async function save(...[field, patch, version, customerName]: Parameters<Saving["save"]>) {
    note(field, { status: "saving" });
    const key = trpc.opportunity.byId.queryKey({ id });
    // The board shows what is on a card; the panel also shows what is not.
    queryClient.setQueryData(key, (held) => held && { ...held, ...patch });
    try {
      const shown = customerName === undefined ? {} : { customerName };
      const answer = await mutations.edit({ id, version, patch, ...shown });
      const conflict = answer.status === "conflict" ? answer.fields[field] : undefined;
      if (answer.status === "conflict" && conflict) {
        note(field, { status: "conflict", conflict, patch, version: answer.version });
        await queryClient.invalidateQueries({ queryKey: key });
      } else if (answer.status === "kept") {
        // Asked about on its own; the field shows what is stored.
        note(field, undefined);
        await queryClient.invalidateQueries({ queryKey: key });
      } else note(field, { status: "saved" });
    } catch (error) {
      note(field, { status: "failed", error, patch });
      await queryClient.invalidateQueries({ queryKey: key });
    }
  }

  return {
    states: held.id === id ? held.states : none,
    save: (...args) => void save(...args),
    forget: (field) => note(field, undefined),
  };
}
