"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { undoTime, useDeletions } from "../use-deletions";
import type { SavedView, ViewedScreen } from "./saved-view";

type Patch = Partial<Pick<SavedView, "name" | "isShared" | "parameters">>;

/** The views of a screen that the reader may choose, and what can be done to them. */
export function useSavedViews(kind: ViewedScreen["kind"]) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const t = useTranslations("views.saved");
  const toast = useToast();
  const errorText = useErrorText();
  const options = trpc.savedView.list.queryOptions();
  const { queryKey } = options;
  const { data, isError, refetch } = useQuery(options);
  const scope = { id: JSON.stringify(queryKey) };
  const onError = (error: unknown) => toast.error(t("failed"), errorText(error));
  const onSettled = () => queryClient.invalidateQueries({ queryKey });
  const nameOf = (id: string) => data?.find((view) => view.id === id)?.name ?? "";

  async function show(change: (views: SavedView[]) => SavedView[]) {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (views) => views && change(views));
  }

  const create = useMutation({
    scope,
    mutationFn: ({ version: _, ...view }: SavedView) =>
      client.savedView.create.mutate({ ...view, kind }),
    onMutate: (view) => show((views) => [...views, view]),
    onSuccess: ({ name }) => toast.show({ title: t("saved", { name }), tone: "success" }),
    onError,
    onSettled,
  });

  const update = useMutation({
    scope,
    mutationFn: ({ view, patch }: { view: SavedView; patch: Patch }) =>
      client.savedView.update.mutate({ id: view.id, version: view.version, patch }),
    onMutate: ({ view, patch }) =>
      show((views) => views.map((one) => (one.id === view.id ? { ...one, ...patch } : one))),
    onSuccess: ({ name }) => toast.show({ title: t("saved", { name }), tone: "success" }),
    onError,
    onSettled,
  });

  const { hiddenIds, remove } = useDeletions({
    commit: async (id) => {
      await client.savedView.delete.mutate({ id });
      await show((views) => views.filter((view) => view.id !== id));
    },
    onFailed: (_, error) => onError(error),
    offerUndo: (id, undo) =>
      toast.undoable(t("deleted", { name: nameOf(id) }), undo, { duration: undoTime }),
  });

  return {
    /** Undefined until they are read. */
    views: data?.filter((view) => view.kind === kind && !hiddenIds.has(view.id)),
    isError,
    /** Reads them again, for what no event told. */
    refresh: useCallback(() => void refetch({ cancelRefetch: false }), [refetch]),
    create: create.mutate,
    update: (view: SavedView, patch: Patch) => update.mutate({ view, patch }),
    remove,
  };
}
