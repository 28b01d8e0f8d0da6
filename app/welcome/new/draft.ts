import { newId } from "@/app/_realtime/new-id";
import type { AccessRole } from "@/domain/access";

export type DraftStage = {
  /** Ties the row to its place on the page; never sent. */
  key: string;
  name: string;
  kind: "open" | "won" | "lost";
  /** Percent; null while the field is empty. */
  probability: number | null;
  /** Days; null means never. */
  rotDays: number | null;
};

export type DraftColleague = { key: string; email: string; accessRole: AccessRole };

/** What the set-up collects before anything is sent. */
export type Draft = {
  /** Of the workspace to be; the same at every try, so that none is made twice. */
  id: string;
  company: string;
  givenName: string;
  familyName: string;
  /** Null as long as the guesses hold. */
  country: string | null;
  currency: string | null;
  timeZone: string | null;
  stages: readonly DraftStage[];
  colleagues: readonly DraftColleague[];
};

/** Takes the changed part, or what makes it of the draft as it is by then. */
export type ChangeDraft = (change: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;

/** A row that nobody has typed into yet. */
export function emptyColleague(): DraftColleague {
  return { key: newId(), email: "", accessRole: "rep" };
}

export function emptyStage(): DraftStage {
  const key = newId();
  return { key, name: "", kind: "open", probability: 50, rotDays: 14 };
}
