"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { openLeadStatuses } from "@/domain/lead-input";
import { useLeadActions } from "../use-lead-actions";

type Router = ReturnType<typeof useTRPC>["lead"];
export type LeadDetails = inferOutput<Router["byId"]>;
type Patch = inferInput<Router["update"]>["patch"];
type OpenStatus = (typeof openLeadStatuses)[number];

/** Everything about one lead, and what can be changed of it. */
export function useLead(id: string) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.lead.byId.queryOptions({ id }));
  // What was read before it was deleted or taken out of sight is not theirs to see any more.
  const isGone = error !== null && errorCodeOf(error) === "lead_not_found";
  return { lead: isGone ? undefined : data, error, retry: () => void refetch() };
}

/** Writes to the open lead: shown at once, read anew afterwards. */
export function useLeadEdits(lead: LeadDetails) {
  const t = useTranslations("lead.panel");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { write } = useLeadActions();
  const { id } = lead;

  async function save(
    change: Partial<LeadDetails>,
    send: () => Promise<unknown>,
  ): Promise<boolean> {
    try {
      await write([id], change, async () => {
        queryClient.setQueryData<LeadDetails>(
          trpc.lead.byId.queryKey({ id }),
          (held) => held && { ...held, ...change },
        );
        await send();
      });
      return true;
    } catch (error) {
      toast.error(t("saveFailed"), errorText(error));
      return false;
    }
  }

  return {
    update: (patch: Patch) =>
      save(patch, () => client.lead.update.mutate({ id, version: lead.version, patch })),
    setStatus: (status: OpenStatus) =>
      save({ status }, () => client.lead.setStatus.mutate({ id, status, mutationId: newId() })),
    disqualify: (reason: string) =>
      save({ status: "disqualified", queue: "closed", disqualifiedReason: reason }, () =>
        client.lead.setStatus.mutate({ id, status: "disqualified", reason, mutationId: newId() }),
      ),
  };
}
