"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { type TaskFrame, TaskFrameProvider } from "../../../tasks/task-frame";
import { TaskList } from "../../../tasks/task-list";
import { inOrder } from "../../../tasks/task-order";
import { useOpened } from "../party-context";

/** What is to do about the party and about those of its opportunities that the reader sees. */
export function PartyTasks() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { opened, now, today, memberName } = useOpened();
  const frame = useMemo((): TaskFrame => {
    const { queryKey } = trpc.party.byId.queryOptions({ id: opened.party.id });
    return {
      tasks: opened.tasks,
      about: { partyId: opened.party.id },
      members: opened.members,
      memberName,
      now,
      today,
      async show(change) {
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(
          queryKey,
          (held) => held && { ...held, tasks: inOrder(change(held.tasks)) },
        );
      },
      async readAnew() {
        await queryClient.invalidateQueries({ queryKey });
        void queryClient.invalidateQueries({ queryKey: trpc.party.history.infiniteQueryKey() });
      },
    };
  }, [trpc, queryClient, opened, now, today, memberName]);
  return (
    <TaskFrameProvider value={frame}>
      <TaskList className="border-hairline border-t first:border-t-0" />
    </TaskFrameProvider>
  );
}
