"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import { forgetImports } from "./import-database";

/** Ends the session in this browser or on all devices, and leads to the sign-in page. */
export function useSignOut(): {
  signOut: (input: { everywhere: boolean }) => void;
  isLeaving: boolean;
} {
  const t = useTranslations("common");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const leave = useMutation(
    trpc.session.signOut.mutationOptions({
      // Without a line it says so, rather than signing out whenever the line is back.
      networkMode: "always",
      onSuccess: async () => {
        await forgetImports();
        // A full load: nothing that this account has seen stays in memory.
        window.location.assign("/sign-in");
      },
      onError: (error) => toast.error(t("signOutFailed"), errorText(error)),
    }),
  );
  return { signOut: leave.mutate, isLeaving: leave.isPending || leave.isSuccess };
}
