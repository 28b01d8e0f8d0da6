"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { PartyPatch } from "@/domain/party-input";
import type { FieldState } from "./field-state";

export type PartyField = keyof PartyPatch;

export type PartySaving = {
  readonly states: Readonly<Partial<Record<PartyField, FieldState<PartyPatch>>>>;
  /** Saves a field, and with it what belongs to it. `version` is that of the party when its editor began. */
  save(field: PartyField, patch: PartyPatch, version: number): void;
  /** Takes back what was typed. */
  forget(field: PartyField): void;
};

/** Saves the fields of one party, each on its own. */
export function usePartySaving(id: string): PartySaving {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const { queryKey } = trpc.party.byId.queryOptions({ id });
  const [states, setStates] = useState<PartySaving["states"]>({});

  function note(field: PartyField, state: FieldState<PartyPatch> | undefined) {
    setStates(({ [field]: _, ...others }) => (state ? { ...others, [field]: state } : others));
  }

  async function save(field: PartyField, patch: PartyPatch, version: number) {
    note(field, { status: "saving" });
    // What was read before this edit must not come after it.
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(
      queryKey,
      (held) => held && { ...held, party: { ...held.party, ...patch } },
    );
    try {
      const edit = { id, version, patch, mutationId: newId() };
      const answer = await client.party.update.mutate(edit);
      queryClient.setQueryData(queryKey, (held) => held && { ...held, party: answer.party });
      const conflict = answer.status === "conflict" ? answer.fields[field] : undefined;
      note(
        field,
        conflict
          ? { status: "conflict", conflict, patch, version: answer.party.version }
          : { status: "saved" },
      );
      void queryClient.invalidateQueries({ queryKey: trpc.party.history.infiniteQueryKey() });
    } catch (error) {
      note(field, { status: "failed", error, patch });
      void queryClient.invalidateQueries({ queryKey });
    }
  }

  return {
    states,
    save: (...args) => void save(...args),
    forget: (field) => note(field, undefined),
  };
}
