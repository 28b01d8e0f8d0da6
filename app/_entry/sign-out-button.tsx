"use client";

import { useMutation } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast/use-toast";

/** Ends the session in this browser. */
export function SignOutButton() {
  const t = useTranslations("frame.user");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const leave = useMutation(
    trpc.session.signOut.mutationOptions({
      // A full load: nothing that this account has seen stays in memory.
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error) => toast.error(errorText(error)),
    }),
  );
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={<LogOut size={16} />}
      pending={leave.isPending || leave.isSuccess}
      onClick={() => leave.mutate({ everywhere: false })}
    >
      {t("signOut")}
    </Button>
  );
}
