"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/use-trpc";

/** All contact lists of the workspace, archived ones too. */
export function useContactLists() {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.contactList.list.queryOptions());
  return { lists: data, error, retry: () => void refetch() };
}

/** Reads the lists and whoever stands on them anew. */
export function useReadListsAnew() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.contactList.pathFilter()),
      queryClient.invalidateQueries(trpc.subscription.pathFilter()),
    ]);
}
