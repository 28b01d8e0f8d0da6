"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import { useToast } from "@/app/_ui/toast/use-toast";
import { finishWrites } from "./finish-writes";
import { forgetImports } from "./import-database";

type HowToLeave = { everywhere: boolean };

type SignOutState = {
  signOut: (how: HowToLeave) => void;
  isLeaving: boolean;
  /** What is asked before, if anything; to be drawn by whoever signs out. */
  question: ReactNode;
};

/**
 * Ends the session in this browser or on all devices, and leads to the sign-in page. Asks first
 * when something is not written yet: it has to wait for the next time.
 */
export function useSignOut(): SignOutState {
  const t = useTranslations("common");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [asked, setAsked] = useState({ isOpen: false, kept: 0, how: { everywhere: false } });
  const onError = (error: unknown) => toast.error(t("signOut.failed"), errorText(error));
  const leave = useMutation(
    trpc.session.signOut.mutationOptions({
      // Without a line it says so, rather than signing out whenever the line is back.
      networkMode: "always",
      onSuccess: async () => {
        await forgetImports();
        // A full load: nothing that this account has seen stays in memory.
        window.location.assign("/sign-in");
      },
      onError,
    }),
  );
  const prepare = useMutation({
    networkMode: "always",
    mutationFn: (_: HowToLeave) => finishWrites(async () => client.session.current.query()),
    onSuccess: (kept, how) => {
      if (kept > 0) setAsked({ isOpen: true, kept, how });
      else leave.mutate(how);
    },
    onError,
  });
  const close = () => setAsked((before) => ({ ...before, isOpen: false }));
  return {
    signOut: prepare.mutate,
    isLeaving: prepare.isPending || leave.isPending || leave.isSuccess,
    question: (
      <ConfirmDialog
        open={asked.isOpen}
        onOpenChange={close}
        title={t("signOut.keptTitle", { count: asked.kept })}
        description={t("signOut.keptText", { count: asked.kept })}
        confirmLabel={t("signOut.action")}
        pending={leave.isPending || leave.isSuccess}
        onConfirm={() => leave.mutate(asked.how)}
      />
    ),
  };
}
