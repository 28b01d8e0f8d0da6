"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";

/** Saves the workspace and lets the frame around the page show it. */
export function useSaveWorkspace() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  return useMutation(
    trpc.workspace.update.mutationOptions({
      onSuccess: (workspace) => {
        queryClient.setQueryData(trpc.workspace.byId.queryKey(), workspace);
        toast.show({ title: t("workspace.saved"), tone: "success" });
        router.refresh();
      },
      onError: (error) => toast.error(t("failed"), errorText(error)),
    }),
  );
}
