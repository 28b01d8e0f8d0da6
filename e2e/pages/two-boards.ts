import type { Page } from "@playwright/test";
import type { SeededWorkspace } from "@/seeds/factories";
import { boardIsLive } from "./board";

type Rep = SeededWorkspace["reps"][number];

/** The first two reps of a workspace. */
export function twoReps({ reps: [one, two] }: SeededWorkspace): [Rep, Rep] {
  if (!one || !two) throw new Error("The workspace has fewer than two reps.");
  return [one, two];
}

/** The live boards of the first two reps, each in a browser of its own. */
export async function openTwoBoards(
  workspace: SeededWorkspace,
  signIn: (login: Rep) => Promise<Page>,
): Promise<[Page, Page]> {
  const [one, two] = twoReps(workspace);
  const pages = await Promise.all([signIn(one), signIn(two)]);
  await Promise.all(pages.map(boardIsLive));
  return pages;
}
