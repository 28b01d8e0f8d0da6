"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useBoardChanges } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { dayIn } from "@/app/_ui/format/date";
import { LoadingNote } from "@/app/_ui/loading-note";
import { type TaskFrame, TaskFrameProvider } from "../../../tasks/task-frame";
import { TaskList } from "../../../tasks/task-list";
import { inOrder } from "../../../tasks/task-order";
import { useBoardFrame } from "../../board-frame";

/** What is to do about an opportunity, live. */
export function OpportunityTasks({ opportunityId }: { opportunityId: string }) {
  const t = useTranslations("task");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { frame, error, retry } = useTasksOf(opportunityId);
  if (frame) {
    return (
      <TaskFrameProvider value={frame}>
        <TaskList />
      </TaskFrameProvider>
    );
  }
  if (!error) return <LoadingNote />;
  return (
    <ErrorNotice
      title={t("loadFailed")}
      next={errorText(error)}
      action={<Button onClick={retry}>{actions("retry")}</Button>}
    />
  );
}

function useTasksOf(opportunityId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { members, memberName, moment } = useBoardFrame();
  const options = trpc.task.list.queryOptions({ opportunityId });
  const { queryKey } = options;
  const { data, error, refetch } = useQuery(options);
  useBoardChanges(({ everything, tasks }) => {
    if (everything || tasks) void queryClient.invalidateQueries({ queryKey });
  });
  const frame = useMemo((): TaskFrame | null => {
    if (!data) return null;
    const readers = new Set(data.readerIds);
    return {
      tasks: data.tasks,
      about: { opportunityId },
      members: members.filter(({ id }) => readers.has(id)),
      memberName: (id) => memberName(id) ?? null,
      now: moment.now,
      today: dayIn(moment.now, moment.timeZone),
      async show(change) {
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(
          queryKey,
          (held) => held && { ...held, tasks: inOrder(change(held.tasks)) },
        );
      },
      readAnew: () => queryClient.invalidateQueries({ queryKey }),
    };
  }, [data, opportunityId, members, memberName, moment, queryClient, queryKey]);
  return { frame, error, retry: () => void refetch() };
}
