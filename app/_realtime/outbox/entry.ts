import type { CreateOpportunity, OpportunityPatch } from "@/domain/opportunity-input";

type About = {
  /** When it was asked for, ms; rises from entry to entry, so that it is also their order. */
  at: number;
  /** What the opportunity was called then: for words about it. */
  name: string;
};

export type MoveInput = {
  id: string;
  stageId: string;
  afterId: string | null;
  beforeId: string | null;
  mutationId: string;
  lostReason?: string;
};

export type MoveManyInput = {
  ids: string[];
  stageId: string;
  afterId: string | null;
  beforeId: string | null;
  mutationId: string;
};

export type EditInput = {
  id: string;
  version: number;
  patch: OpportunityPatch;
  mutationId: string;
};

/** A write that is not answered yet, with all that is needed to send it and to show it. */
export type OutboxEntry = About &
  (
    | { kind: "create"; input: CreateOpportunity }
    | { kind: "move"; input: MoveInput }
    | { kind: "moveMany"; input: MoveManyInput }
    /** `version` is 0 for an edit of a card that is still to be made; `customerName` is shown. */
    | { kind: "edit"; input: EditInput; customerName?: string }
    | { kind: "remove"; input: { id: string; mutationId: string } }
  );

/** The opportunities that an entry is about. */
export function idsOf(entry: OutboxEntry): readonly string[] {
  return entry.kind === "moveMany" ? entry.input.ids : [entry.input.id];
}

export type EditEntry = Extract<OutboxEntry, { kind: "edit" }>;
