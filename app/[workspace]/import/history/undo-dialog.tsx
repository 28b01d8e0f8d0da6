"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { EarlierImport } from "./earlier-import";

type UndoDialogProps = {
  /** What to take back; null keeps the dialog closed. */
  imported: Pick<EarlierImport, "id" | "fileName" | "rowCount"> | null;
  onClose: () => void;
};

/** Asks before an import is taken back, says what that means, and does it. */
export function UndoDialog({ imported, onClose }: UndoDialogProps) {
  const t = useTranslations("import.undo");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  // The words stay while the dialog leaves.
  const [last, setLast] = useState(imported);
  if (imported && imported !== last) setLast(imported);

  const undo = useMutation(
    trpc.import.undo.mutationOptions({
      onSuccess: ({ rowCount }) => {
        toast.show({
          title: t("done"),
          description: t("removed", { count: rowCount }),
          tone: "success",
        });
      },
      onError: (error) => {
        const isHidden = errorCodeOf(error) === "forbidden";
        toast.error(t("failed"), isHidden ? t("forbidden") : errorText(error));
      },
      onSettled: async () => {
        await queryClient.invalidateQueries(trpc.import.list.queryFilter());
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      open={imported !== null}
      onOpenChange={(open) => {
        if (!open && !undo.isPending) onClose();
      }}
      title={t("title", { name: last?.fileName ?? "" })}
      description={t("text", { count: last?.rowCount ?? 0 })}
      confirmLabel={t("confirm")}
      danger
      pending={undo.isPending}
      onConfirm={() => {
        if (last) undo.mutate({ id: last.id });
      }}
    />
  );
}
