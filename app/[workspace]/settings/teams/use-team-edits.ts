"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useRowEdit } from "../use-row-edit";
import type { Team, TeamPatch } from "./team-tree";

type Membership = { teamId: string; memberId: string };

/** Changing teams and who is in them; what is taken away can be put back. */
export function useTeamEdits() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const t = useTranslations("settings");
  const toast = useToast();
  const errorText = useErrorText();
  const queryKey = trpc.team.list.queryKey();
  const scope = { id: JSON.stringify(queryKey) };
  const onError = (error: unknown) => toast.error(t("failed"), errorText(error));
  const onSettled = () => queryClient.invalidateQueries({ queryKey });

  async function show(change: (teams: Team[]) => Team[]) {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (teams) => teams && change(teams));
  }

  function withMembers({ teamId }: Membership, change: (ids: string[]) => string[]) {
    return show((teams) =>
      teams.map((team) =>
        team.id === teamId ? { ...team, memberIds: change(team.memberIds) } : team,
      ),
    );
  }

  const update = useRowEdit<Team, TeamPatch>({
    queryKey,
    send: (input) => client.team.update.mutate(input),
  });

  const create = useMutation({
    scope,
    mutationFn: async ({ id, name, parentId, memberIds }: Team) => {
      await client.team.create.mutate({ id, name, parentId });
      await Promise.all(
        memberIds.map((memberId) => client.team.addMember.mutate({ teamId: id, memberId })),
      );
    },
    onMutate: (team) => show((teams) => [...teams, team]),
    onError,
    onSettled,
  });

  const dissolve = useMutation({
    scope,
    mutationFn: ({ id }: Team) => client.team.delete.mutate({ id }),
    onSuccess: (_, team) =>
      toast.undoable(t("teams.deleted", { name: team.name }), () => create.mutate(team)),
    onError,
    onSettled,
  });

  const addMember = useMutation({
    scope,
    mutationFn: (input: Membership) => client.team.addMember.mutate(input),
    onMutate: (input) => withMembers(input, (ids) => [...ids, input.memberId]),
    onError,
    onSettled,
  });

  const removeMember = useMutation({
    scope,
    mutationFn: (input: Membership) => client.team.removeMember.mutate(input),
    onMutate: (input) =>
      withMembers(input, (ids) => ids.filter((memberId) => memberId !== input.memberId)),
    onError,
    onSettled,
  });

  return {
    update,
    create: (name: string) =>
      create.mutate({ id: newId(), name, parentId: null, memberIds: [], version: 1 }),
    dissolve: (team: Team) => dissolve.mutate(team),
    addMember: (input: Membership) => addMember.mutate(input),
    removeMember: (input: Membership, said: string) =>
      removeMember.mutate(input, {
        onSuccess: () => toast.undoable(said, () => addMember.mutate(input)),
      }),
  };
}
