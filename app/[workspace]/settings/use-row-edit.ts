"use client";

import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";

type Row = { id: string; version: number };

type RowEdit<Listed extends Row, Patch extends Partial<Listed>> = {
  /** Of the list that the rows stand in. */
  queryKey: QueryKey;
  /** Sends the edit and answers the row as it is now, or the part of it that may have changed. */
  send: (input: { id: string; version: number; patch: Patch }) => Promise<Partial<Listed>>;
};

/**
 * Edits rows of a list in place: the change shows at once and is put back if it is refused. Edits
 * of one list go out one after the other, each based on the version that the one before it made.
 */
export function useRowEdit<Listed extends Row, Patch extends Partial<Listed>>({
  queryKey,
  send,
}: RowEdit<Listed, Patch>) {
  const queryClient = useQueryClient();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  const rows = () => queryClient.getQueryData<Listed[]>(queryKey) ?? [];

  function put(id: string, change: Partial<Listed>) {
    queryClient.setQueryData<Listed[]>(queryKey, (list) =>
      list?.map((row) => (row.id === id ? { ...row, ...change } : row)),
    );
  }

  const edit = useMutation({
    scope: { id: JSON.stringify(queryKey) },
    mutationFn: ({ id, patch }: { id: string; patch: Patch }) => {
      const version = rows().find((row) => row.id === id)?.version ?? 1;
      return send({ id, version, patch });
    },
    onMutate: async ({ id, patch }) => {
      await queryClient.cancelQueries({ queryKey });
      put(id, patch);
    },
    // Only what this edit was about: another one may be on its way to the same row.
    onSuccess: (row, { id, patch }) => put(id, pick(row, [...Object.keys(patch), "version"])),
    onError: (error) => {
      toast.error(t("failed"), errorText(error));
      // Also shows what somebody else has changed meanwhile.
      return queryClient.invalidateQueries({ queryKey });
    },
  });

  return (id: string, patch: Patch, onSaved?: () => void) =>
    edit.mutate({ id, patch }, { onSuccess: () => onSaved?.() });
}

function pick<Whole extends object>(whole: Whole, keys: readonly string[]): Partial<Whole> {
  const kept = Object.entries(whole).filter(([key]) => keys.includes(key));
  // Entries of a row, put together again.
  return Object.fromEntries(kept) as Partial<Whole>;
}
