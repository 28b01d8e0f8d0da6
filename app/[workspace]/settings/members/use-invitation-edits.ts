"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { AccessRole } from "@/domain/access";

export type Invitation = {
  id: string;
  email: string;
  accessRole: AccessRole;
  teamId: string | null;
  /** ISO moment after which it cannot be accepted. */
  expiresAt: string;
};

export type NewInvitation = Pick<Invitation, "email" | "accessRole" | "teamId">;

/** Inviting and taking back; what was taken back can be made again. */
export function useInvitationEdits() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  const queryKey = trpc.invitation.list.queryKey();
  const onSettled = () => queryClient.invalidateQueries({ queryKey });

  const invite = useMutation({
    mutationFn: (input: NewInvitation) => client.invitation.create.mutate(input),
    onSuccess: ({ mailed }, { email }) => {
      if (mailed) return toast.show({ title: t("invitations.sent", { email }), tone: "success" });
      toast.error(t("invitations.notMailed", { email }), t("invitations.notMailedHelp"));
    },
    onSettled,
  });

  const takeBack = useMutation({
    mutationFn: ({ id }: Invitation) => client.invitation.delete.mutate({ id }),
    onMutate: async ({ id }) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (list) => list?.filter((one) => one.id !== id));
    },
    onSuccess: (_, { email, accessRole, teamId }) =>
      toast.undoable(t("invitations.takenBack", { email }), () =>
        invite.mutate(
          { email, accessRole, teamId },
          { onError: (error) => toast.error(t("failed"), errorText(error)) },
        ),
      ),
    onError: (error) => toast.error(t("failed"), errorText(error)),
    onSettled,
  });

  return { invite, takeBack: (invitation: Invitation) => takeBack.mutate(invitation) };
}
