"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import { undoTime, useDeletions } from "../board/use-deletions";
import { useLeadActions } from "./use-lead-actions";

/** Deletes leads, each once its undo toast is gone. */
export function useLeadDeletions() {
  const t = useTranslations("lead.panel");
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { readAnew } = useLeadActions();
  const names = useRef(new Map<string, string>());
  const nameOf = (id: string) => names.current.get(id) ?? "";
  const { hiddenIds, remove } = useDeletions({
    commit: async (id) => {
      await client.lead.delete.mutate({ id, mutationId: newId() });
      await readAnew();
    },
    onFailed: (id, error) => toast.error(t("deleteFailed", { name: nameOf(id) }), errorText(error)),
    offerUndo: (id, undo) =>
      toast.undoable(t("deleted", { name: nameOf(id) }), undo, { duration: undoTime }),
  });
  return {
    hiddenIds,
    remove({ id, name }: { id: string; name: string }) {
      names.current.set(id, name);
      remove(id);
    },
  };
}
