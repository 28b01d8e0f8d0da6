"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useWorkspace } from "../workspace-context";
import { type ImportPlaces, importPlaces } from "./import-places";

type Answer =
  | { status: "ready"; places: ImportPlaces }
  | { status: "loading" }
  | { status: "failed"; error: unknown; retry: () => void };

/** What the rows of a file can refer to in this workspace. */
export function useImportPlaces(): Answer {
  const trpc = useTRPC();
  const workspace = useWorkspace();
  const stages = useQuery(trpc.stage.list.queryOptions());
  const members = useQuery(trpc.member.list.queryOptions());
  const teams = useQuery(trpc.team.list.queryOptions());
  const places = useMemo(() => {
    if (!stages.data || !members.data || !teams.data) return null;
    const known = { stages: stages.data, members: members.data, teams: teams.data };
    return importPlaces(known, workspace);
  }, [stages.data, members.data, teams.data, workspace]);

  if (places) return { status: "ready", places };
  const failed = [stages, members, teams].filter((query) => query.isError);
  if (failed.length === 0) return { status: "loading" };
  const retry = () => {
    for (const query of failed) void query.refetch();
  };
  return { status: "failed", error: failed[0]?.error, retry };
}
