"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useOpened } from "./party-context";

/**
 * Runs changes of what is kept of a party: reads the page again afterwards, says kindly what went
 * wrong, and offers to take back what can be taken back.
 */
export function usePartyActions() {
  const t = useTranslations("party");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { opened } = useOpened();
  const { queryKey } = trpc.party.byId.queryOptions({ id: opened.party.id });
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (change: () => Promise<unknown>) => {
      await change();
      await queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: trpc.party.history.infiniteQueryKey() });
    },
  });

  /** Whether it worked. */
  async function run(change: () => Promise<unknown>): Promise<boolean> {
    try {
      await mutateAsync(change);
      return true;
    } catch (error) {
      toast.error(t("notSaved"), errorText(error));
      return false;
    }
  }

  return {
    run,
    isPending,
    async undoable(title: string, change: () => Promise<unknown>, undo: () => Promise<unknown>) {
      if (await run(change)) toast.undoable(title, () => void run(undo));
    },
  };
}
