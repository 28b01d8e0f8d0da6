"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useRowEdit } from "../use-row-edit";
import type { Member, MemberPatch } from "./member";

/** Changing what members may do, ending their access, and opening it again. */
export function useMemberEdits() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  const queryKey = trpc.member.list.queryKey();
  const scope = { id: JSON.stringify(queryKey) };
  const onError = (error: unknown) => toast.error(t("failed"), errorText(error));
  const onSettled = () => queryClient.invalidateQueries({ queryKey });

  const update = useRowEdit<Member, MemberPatch>({
    queryKey,
    send: (input) => client.member.update.mutate(input),
  });

  async function show({ id }: Member, deactivatedAt: string | null) {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (list) =>
      list?.map((member) => (member.id === id ? { ...member, deactivatedAt } : member)),
    );
  }

  const reactivate = useMutation({
    scope,
    mutationFn: ({ id }: Member) => client.member.reactivate.mutate({ id }),
    onMutate: (member) => show(member, null),
    onSuccess: (_, { id, name }) =>
      toast.show({ id, title: t("members.reactivated", { name }), tone: "success" }),
    onError,
    onSettled,
  });

  const deactivate = useMutation({
    scope,
    mutationFn: ({ id }: Member) => client.member.deactivate.mutate({ id }),
    onMutate: (member) => show(member, new Date().toISOString()),
    // One toast a member: when the access is back, no undo of an earlier end is left.
    onSuccess: (_, member) =>
      toast.undoable(
        t("members.deactivated", { name: member.name }),
        () => reactivate.mutate(member),
        { id: member.id },
      ),
    onError,
    onSettled,
  });

  return {
    update,
    deactivate: (member: Member) => deactivate.mutate(member),
    reactivate: (member: Member) => reactivate.mutate(member),
  };
}
