import type { DraftStage } from "./draft";

type StageName = "contact" | "qualified" | "proposal" | "negotiation" | "won" | "lost";

const defaults: readonly (Omit<DraftStage, "key" | "name"> & { name: StageName })[] = [
  { name: "contact", kind: "open", probability: 5, rotDays: 14 },
  { name: "qualified", kind: "open", probability: 20, rotDays: 14 },
  { name: "proposal", kind: "open", probability: 40, rotDays: 10 },
  { name: "negotiation", kind: "open", probability: 70, rotDays: 10 },
  { name: "won", kind: "won", probability: 100, rotDays: null },
  { name: "lost", kind: "lost", probability: 0, rotDays: null },
];

/** A pipeline that suits most, named in the reader's language. */
export function defaultStages(nameOf: (stage: StageName) => string): DraftStage[] {
  return defaults.map(({ name, ...stage }) => ({ key: name, name: nameOf(name), ...stage }));
}
