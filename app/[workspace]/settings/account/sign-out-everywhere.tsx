"use client";

import { useMutation } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast/use-toast";

/** Ends every session of the account, e.g. after a telephone was lost. */
export function SignOutEverywhere() {
  const t = useTranslations("settings.account");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const leave = useMutation(
    trpc.session.signOut.mutationOptions({
      // A full load: nothing that this account has seen stays in memory.
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error) => toast.error(t("everywhereFailed"), errorText(error)),
    }),
  );
  return (
    <Button
      icon={<LogOut size={16} />}
      pending={leave.isPending || leave.isSuccess}
      onClick={() => leave.mutate({ everywhere: true })}
    >
      {t("everywhereAction")}
    </Button>
  );
}
