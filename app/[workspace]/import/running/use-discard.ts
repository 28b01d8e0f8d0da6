"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useWorkspace } from "../../workspace-context";
import { importSession } from "../import-session";
import { deleteRun } from "./saved-runs";

/** Throws away an import that is not taken over; its file and all choices stay on the page. */
export function useDiscard(): (importId: string) => Promise<void> {
  const t = useTranslations("import.resume");
  const { memberId } = useWorkspace();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  return async (importId) => {
    const { store, runner } = importSession(memberId);
    if (store.get().run?.id === importId) await runner.abandon();
    await deleteRun(importId);
    try {
      await client.import.discard.mutate({ id: importId });
      toast.show({ title: t("discarded") });
    } catch (error) {
      // What is left on the server stays in the list, from where it can be discarded again.
      toast.error(t("discardFailed"), errorText(error));
    }
    await queryClient.invalidateQueries(trpc.import.list.queryFilter());
  };
}
