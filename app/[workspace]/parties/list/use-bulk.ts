"use client";

import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useEventCallback } from "../../board/use-event-callback";
import type { PartyRow } from "./rows";

type Options = {
  patch: (change: (row: PartyRow) => PartyRow | null) => void;
  refresh: (ids: readonly string[]) => void;
};

/** What is done to the selected parties: shown at once, taken back when the database refuses. */
export function useBulk({ patch, refresh }: Options) {
  const client = useTRPCClient();
  const t = useTranslations("partyList.bulk");
  const toast = useToast();
  const errorText = useErrorText();

  function show(ids: readonly string[], change: (row: PartyRow) => PartyRow) {
    const touched = new Set(ids);
    patch((row) => (touched.has(row.id) ? change(row) : row));
  }

  function fail(ids: readonly string[], error: unknown) {
    toast.error(t("failed"), errorText(error));
    refresh(ids);
  }

  const assign = useEventCallback(async (ids: readonly string[], ownerId: string | null) => {
    show(ids, (row) => ({ ...row, ownerId }));
    try {
      const write = (to: string | null, of: readonly string[]) =>
        client.partyList.assign.mutate({ ids: [...of], ownerId: to, mutationId: newId() });
      const earlier = await write(ownerId, ids);
      const undo = async () => {
        for (const { ownerId: before, ids: of } of earlier) {
          show(of, (row) => ({ ...row, ownerId: before }));
          await write(before, of).catch((error: unknown) => fail(of, error));
        }
      };
      toast.undoable(t("assigned", { count: ids.length }), () => void undo());
    } catch (error) {
      fail(ids, error);
    }
  });

  const classify = useEventCallback(
    async (ids: readonly string[], code: string, reason: string | null) => {
      try {
        const mutationId = newId();
        const put = await client.partyList.classify.mutate({
          ids: [...ids],
          code,
          reason,
          mutationId,
        });
        const undo = async () => {
          await client.partyList.unclassify
            .mutate({ ids: put.ids, mutationId: newId() })
            .catch((error: unknown) => fail(ids, error));
          refresh(ids);
        };
        const title = t("classed", { count: put.ids.length });
        // Where all were classed so before, there is nothing to take off.
        if (put.ids.length === 0) toast.show({ title, tone: "success" });
        else toast.undoable(title, () => void undo(), { tone: "success" });
        refresh(ids);
        return true;
      } catch (error) {
        fail(ids, error);
        return false;
      }
    },
  );

  return { assign, classify };
}
