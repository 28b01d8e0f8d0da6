"use client";

import { createContext, useContext } from "react";
import type { PartyTask } from "@/domain/task-answers";

/** What a list of tasks stands on: whose page it is, who is there, and how it is read again. */
export type TaskFrame = {
  /** As `inOrder` puts them. */
  tasks: readonly PartyTask[];
  /** What a new one is about. */
  about: { partyId: string } | { opportunityId: string };
  /** Those who may be given one. */
  members: readonly { id: string; name: string; isActive: boolean }[];
  memberName: (id: string) => string | null;
  /** A moment that all times are told from. */
  now: Date;
  /** The day it is in the workspace, "2026-03-31". */
  today: string;
  /** Shows a change before it is written; what was read before it does not come after it. */
  show: (change: (tasks: readonly PartyTask[]) => readonly PartyTask[]) => Promise<void>;
  readAnew: () => Promise<void>;
};

const Context = createContext<TaskFrame | null>(null);

export const TaskFrameProvider = Context.Provider;

/** @throws outside of a list of tasks */
export function useTaskFrame(): TaskFrame {
  const frame = useContext(Context);
  if (!frame) throw new Error("useTaskFrame needs a list of tasks above it.");
  return frame;
}
