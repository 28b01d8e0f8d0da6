"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { ErasureRequest, ShownChange } from "@/domain/customer-request-answers";
import type { Opened } from "../parties/[id]/party-context";

const isOther = (id: string) => (one: { id: string }) => one.id !== id;

/** Answers what customers ask for: gone from the screen at once, back where that failed. */
export function useDecisions() {
  const t = useTranslations("request");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const listKey = trpc.customerRequest.list.queryKey();
  const parties = trpc.party.byId.pathFilter();

  function hide(id: string) {
    queryClient.setQueryData(
      listKey,
      (held) =>
        held && {
          ...held,
          waiting: held.waiting.filter(isOther(id)),
          erasures: held.erasures.filter(isOther(id)),
        },
    );
    queryClient.setQueriesData<Opened>(parties, (held) => {
      if (!held) return held;
      const { changes, erasure } = held.requests;
      const requests = {
        changes: changes.filter(isOther(id)),
        erasure: erasure?.id === id ? null : erasure,
      };
      return { ...held, requests };
    });
  }

  function isStillWaiting(id: string): boolean {
    const opened = queryClient.getQueriesData<Opened>(parties);
    const waiting = [
      ...(queryClient.getQueryData(listKey)?.waiting ?? []),
      ...opened.flatMap(([, held]) => held?.requests.changes ?? []),
    ];
    return waiting.some((one) => one.id === id);
  }

  async function readAnew(): Promise<void> {
    void queryClient.invalidateQueries({ queryKey: trpc.party.history.infiniteQueryKey() });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: listKey }),
      queryClient.invalidateQueries(parties),
    ]);
  }

  /** Whether there is nothing left to decide, by this member or by a faster one. */
  async function write(
    { id, name }: { id: string; name: string },
    done: string,
    send: () => Promise<unknown>,
  ): Promise<boolean> {
    await Promise.all([
      queryClient.cancelQueries({ queryKey: listKey }),
      queryClient.cancelQueries(parties),
    ]);
    hide(id);
    try {
      await send();
    } catch (error) {
      await readAnew();
      if (errorCodeOf(error) !== "conflict") {
        toast.error(t("failed"), errorText(error));
        return false;
      }
      // What it was to change may be gone by now; then it waits on.
      const kind = isStillWaiting(id) ? "outdated" : "faster";
      toast.show({ title: t(`${kind}.title`), description: t(`${kind}.text`, { name }) });
      return true;
    }
    toast.show({ title: done, tone: "success" });
    void readAnew();
    return true;
  }

  return {
    decide({ id, party: { name } }: ShownChange, isAccepted: boolean) {
      const done = t(isAccepted ? "accepted" : "declined", { name });
      return write({ id, name }, done, () =>
        client.customerRequest.decide.mutate({ id, isAccepted }),
      );
    },
    /** Declined with a note: why, as the customer reads it. */
    decideErasure({ id, party }: ErasureRequest, note: string | null) {
      const name = party?.name ?? t("erasure.gone");
      const done = t(note === null ? "erasure.wasDone" : "erasure.wasDeclined", { name });
      return write({ id, name }, done, () =>
        client.customerRequest.decideErasure.mutate(
          note === null ? { id, status: "done" } : { id, status: "declined", note },
        ),
      );
    },
  };
}
