"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useWorkspace } from "../workspace-context";

/** Who may have leads, and which teams the reader may share them with. */
export function useLeadPeople() {
  const trpc = useTRPC();
  const { memberId, accessRole } = useWorkspace();
  const members = useQuery(trpc.member.list.queryOptions()).data ?? [];
  const teams = useQuery(trpc.team.list.queryOptions()).data ?? [];
  const sellers = members.filter(
    (member) => member.deactivatedAt === null && member.accessRole !== "marketing",
  );
  // Only what is offered; what a manager sees below their teams the database knows.
  const seesAll = accessRole === "admin" || accessRole === "manager";
  return {
    sellers,
    teams: teams.filter((team) => seesAll || team.memberIds.includes(memberId)),
    nameOf: (id: string | null) => members.find((member) => member.id === id)?.name,
    teamName: (id: string | null) => teams.find((team) => team.id === id)?.name,
  };
}
