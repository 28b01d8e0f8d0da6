"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useRowEdit } from "../use-row-edit";
import type { Stage, StagePatch } from "./stage";

/** Changing the pipeline while people work in it: what is safe shows before it is confirmed. */
export function useStageEdits() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  const queryKey = trpc.stage.list.queryKey();
  const scope = { id: JSON.stringify(queryKey) };
  const onError = (error: unknown) => toast.error(t("failed"), errorText(error));
  const onSettled = () => queryClient.invalidateQueries({ queryKey });

  const update = useRowEdit<Stage, StagePatch>({
    queryKey,
    send: (input) => client.stage.update.mutate(input),
  });

  const reorder = useMutation({
    scope,
    mutationFn: (stageIds: string[]) => client.stage.reorder.mutate({ stageIds }),
    onMutate: async (stageIds) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (list) => list && inOrder(list, stageIds));
    },
    onError,
    onSettled,
  });

  const create = useMutation({
    scope,
    mutationFn: async ({ stage, stageIds }: { stage: Stage; stageIds: string[] }) => {
      const { id, name, kind, probability, rotDays, position } = stage;
      await client.stage.create.mutate({ id, name, kind, probability, rotDays, position });
      await client.stage.reorder.mutate({ stageIds });
    },
    onMutate: async ({ stage, stageIds }) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (list) => list && inOrder([...list, stage], stageIds));
    },
    onError,
    onSettled,
  });

  const retire = useMutation({
    scope,
    mutationFn: (input: { id: string; moveTo: string }) => client.stage.retire.mutate(input),
    onError,
    onSettled,
  });

  return {
    update,
    reorder: (stageIds: string[]) => reorder.mutate(stageIds),
    create: (stage: Stage, stageIds: string[]) => create.mutate({ stage, stageIds }),
    retire,
  };
}

/** Stages that are not named, such as retired ones, keep to the end. */
function inOrder<Listed extends { id: string }>(list: readonly Listed[], ids: readonly string[]) {
  const named = ids.flatMap((id) => list.find((stage) => stage.id === id) ?? []);
  return [...named, ...list.filter(({ id }) => !ids.includes(id))];
}
