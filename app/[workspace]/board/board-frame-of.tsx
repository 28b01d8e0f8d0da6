"use client";

import { type ReactNode, useMemo } from "react";
import { canEditPipeline } from "@/domain/access";
import type { VisibleBoard } from "@/domain/board-visible";
import { useWorkspace } from "../workspace-context";
import type { Density } from "./arrangement/arrangement";
import { type BoardFrame, BoardFrameProvider } from "./board-frame";

type BoardFrameOfProps = { board: VisibleBoard; now: Date; density: Density; children: ReactNode };

/** Gives what is below the frame of a board at a time. */
export function BoardFrameOf({
  board: { query, stages, members, teams },
  now,
  density,
  children,
}: BoardFrameOfProps) {
  const membership = useWorkspace();
  const frame = useMemo((): BoardFrame => {
    const stageById = new Map(stages.map((stage) => [stage.id, stage]));
    const names = new Map(members.map((member) => [member.id, member.name]));
    return {
      membership,
      canEdit: canEditPipeline(membership.accessRole),
      density,
      moment: { now, timeZone: membership.timeZone },
      query,
      stages,
      members,
      teams,
      stageOf: (id) => stageById.get(id),
      memberName: (id) => (id === null ? undefined : names.get(id)),
    };
  }, [membership, now, density, query, stages, members, teams]);
  return <BoardFrameProvider value={frame}>{children}</BoardFrameProvider>;
}
