"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";

/**
 * Saves the contact page. When somebody else was faster their page is read, what was typed stays
 * over it, and saving once more is possible.
 */
export function useSavePage() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  return useMutation(
    trpc.contactPageSettings.update.mutationOptions({
      onSuccess: (page) => {
        queryClient.setQueryData(trpc.contactPageSettings.read.queryKey(), page);
        toast.show({ title: t("contactPage.saved"), tone: "success" });
      },
      onError: (error) => {
        toast.error(t("failed"), errorText(error));
        void queryClient.invalidateQueries(trpc.contactPageSettings.read.queryFilter());
      },
    }),
  );
}
