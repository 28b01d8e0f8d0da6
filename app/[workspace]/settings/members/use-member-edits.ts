"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useRowEdit } from "../use-row-edit";
import type { Member, MemberPatch } from "./member";

/** Changing what members may do, and ending their access. */
export function useMemberEdits() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  const queryKey = trpc.member.list.queryKey();

  const update = useRowEdit<Member, MemberPatch>({
    queryKey,
    send: (input) => client.member.update.mutate(input),
  });

  const deactivate = useMutation({
    scope: { id: JSON.stringify(queryKey) },
    mutationFn: ({ id }: Member) => client.member.deactivate.mutate({ id }),
    onSuccess: (_, { name }) =>
      toast.show({ title: t("members.deactivated", { name }), tone: "success" }),
    onError: (error) => toast.error(t("failed"), errorText(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });

  return { update, deactivate };
}
