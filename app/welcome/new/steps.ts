import type { Draft } from "./draft";

export const steps = ["company", "pipeline", "colleagues"] as const;

export type Step = (typeof steps)[number];

/** The step an address asks for, or the first one that is not filled in yet. */
export function stepAt(asked: string | null, draft: Draft): Step {
  const step = steps.find((name) => name === asked) ?? "company";
  const { company, givenName, familyName } = draft;
  const filled = [company, givenName, familyName].every((text) => text.trim() !== "");
  return filled ? step : "company";
}
