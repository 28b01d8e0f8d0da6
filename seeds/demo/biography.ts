import type { Stage } from "../types";
import type { DemoOpportunity } from "./table";

export type Stay = { stage: Stage; enteredAt: Date; leftAt: Date | null };

const DAY = 24 * 60 * 60 * 1000;

/**
 * How a card came to where it is: through the open stages before its own, evenly spread from the
 * day it was made to the day it came into its stage. Lost ones fell out of the middle.
 */
export function tellStays(card: DemoOpportunity, stages: readonly Stage[], now: Date): Stay[] {
  const present = stages.find((stage) => stage.name === card.stage);
  if (!present) throw new Error(`No stage ${card.stage}.`);
  const open = stages.filter((stage) => stage.kind === "open");
  const before = listBefore(present, open);
  const hop = (card.age - card.stay) / Math.max(before.length, 1);
  const path = card.age === card.stay ? [present] : [...before, present];
  const entries = path.map((stage, index) => ({
    stage,
    enteredAt: daysBefore(now, index === path.length - 1 ? card.stay : card.age - index * hop),
  }));
  return entries.map((entry, index) => ({
    ...entry,
    leftAt: entries[index + 1]?.enteredAt ?? null,
  }));
}

function listBefore(present: Stage, open: readonly Stage[]): Stage[] {
  if (present.kind === "won") return [...open];
  if (present.kind === "lost") return open.slice(0, Math.ceil(open.length / 2) + 1);
  return open.slice(0, open.indexOf(present));
}

/** Within the working day, and a little different for each number of days. */
function daysBefore(now: Date, days: number): Date {
  const day = new Date(now.getTime() - days * DAY);
  day.setUTCHours(7 + (Math.round(days * 7) % 9), Math.round(days * 13) % 60, 0, 0);
  return day.getTime() < now.getTime() ? day : new Date(now.getTime() - 60_000);
}

/** The ISO day that is `days` after the day of `now`. */
export function dayIn(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
}
