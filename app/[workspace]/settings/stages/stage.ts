/** A stage as the settings list it; `rotDays` null means never, `retiredAt` an ISO moment. */
export type Stage = {
  id: string;
  name: string;
  position: number;
  kind: "open" | "won" | "lost";
  probability: number;
  rotDays: number | null;
  retiredAt: string | null;
  version: number;
};

export type StageKind = Stage["kind"];

export type StagePatch = Partial<Pick<Stage, "name" | "kind" | "probability" | "rotDays">>;

/** What a stage of a kind must have: what is won is certain, what is lost is not, neither rots. */
export function patchForKind(kind: StageKind): StagePatch {
  if (kind === "won") return { kind, probability: 100, rotDays: null };
  if (kind === "lost") return { kind, probability: 0, rotDays: null };
  return { kind, probability: 50 };
}
