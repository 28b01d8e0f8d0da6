/** What seeds take and hand back: enough to sign in, to address and to assert. */

import type { AccessRole } from "@/domain/access";
import type { StageKind } from "@/domain/import-row";

export type StageSeed = {
  name: string;
  kind: StageKind;
  /** Percent. */
  probability: number;
  /** Days after which a card counts as rotten. */
  rotDays?: number;
};

export type Stage = { id: string; name: string; kind: StageKind; probability: number };
export type Team = { id: string; name: string; parentId: string | null };

export type Member = {
  id: string;
  userId: string;
  partyId: string;
  name: string;
  email: string;
  accessRole: AccessRole;
};

/** The pipeline of the demo, the tests and the benchmarks. */
export const DEFAULT_STAGES: readonly StageSeed[] = [
  { name: "Erstkontakt", kind: "open", probability: 5, rotDays: 14 },
  { name: "Bedarf geklärt", kind: "open", probability: 20, rotDays: 14 },
  { name: "Angebot", kind: "open", probability: 40, rotDays: 10 },
  { name: "Verhandlung", kind: "open", probability: 70, rotDays: 7 },
  { name: "Gewonnen", kind: "won", probability: 100 },
  { name: "Verloren", kind: "lost", probability: 0 },
];
