"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";

/** Saves the contact page; what could not be saved stays in the form. */
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
      onError: (error) => toast.error(t("failed"), errorText(error)),
    }),
  );
}
