"use client";

import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { fasterColleague } from "@/app/_trpc/faster-colleague";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useWorkspace } from "../workspace-context";
import type { Lead, LeadPage } from "./use-leads";

type Name = { id: string; party: { name: string } };

/** What can be done with leads: shown at once, taken back where it failed. */
export function useLeadActions() {
  const t = useTranslations("lead");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { memberId } = useWorkspace();

  const readAnew = () => queryClient.invalidateQueries(trpc.lead.pathFilter());

  /** Changes leads on every list that holds them. */
  function show(ids: readonly string[], change: Partial<Lead>) {
    queryClient.setQueriesData<InfiniteData<LeadPage>>(
      trpc.lead.list.pathFilter(),
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((lead) =>
              ids.includes(lead.id) ? { ...lead, ...change } : lead,
            ),
          })),
        },
    );
  }

  async function write<T>(
    ids: readonly string[],
    change: Partial<Lead>,
    send: () => Promise<T>,
  ): Promise<T> {
    await queryClient.cancelQueries(trpc.lead.pathFilter());
    show(ids, change);
    try {
      return await send();
    } finally {
      void readAnew();
    }
  }

  async function take(lead: Name): Promise<void> {
    const { id, party } = lead;
    try {
      await write([id], { ownerId: memberId, queue: "assigned" }, () =>
        client.lead.take.mutate({ id, mutationId: newId() }),
      );
      toast.undoable(t("taken", { name: party.name }), () => void assign(id, null));
    } catch (error) {
      const who = fasterColleague(error);
      if (who === null) toast.error(t("takeFailed", { name: party.name }), errorText(error));
      else toast.show({ title: t("takenBy", { who, name: party.name }) });
    }
  }

  async function assign(id: string, ownerId: string | null): Promise<void> {
    const queue = ownerId === null ? "unassigned" : "assigned";
    try {
      await write([id], { ownerId, queue }, () =>
        client.lead.assign.mutate({ ids: [id], ownerId, mutationId: newId() }),
      );
    } catch (error) {
      toast.error(t("panel.saveFailed"), errorText(error));
    }
  }

  async function distribute(ids: string[], teamId: string): Promise<void> {
    try {
      await client.lead.assignRoundRobin.mutate({ ids, teamId, mutationId: newId() });
      toast.show({ title: t("distribute.done", { count: ids.length }), tone: "success" });
    } catch (error) {
      toast.error(t("distribute.failed"), errorText(error));
    }
    await readAnew();
  }

  return { take, assign, distribute, write, readAnew };
}
