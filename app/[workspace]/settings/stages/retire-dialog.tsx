"use client";

import { type UseMutationResult, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { Stage } from "./stage";

type RetireDialogProps = {
  stage: Stage;
  stages: readonly Stage[];
  retire: UseMutationResult<unknown, unknown, { id: string; moveTo: string }, unknown>;
  onClose: () => void;
};

/** Asks where the cards of a stage go before it leaves the board: there is no way back. */
export function RetireDialog({ stage, stages, retire, onClose }: RetireDialogProps) {
  const t = useTranslations("settings.stages");
  const actions = useTranslations("common.actions");
  const toast = useToast();
  const count = useCardCount(stage.id);
  const others = stages.filter(({ id }) => id !== stage.id);
  const [moveTo, setMoveTo] = useState(() => nearest(stage, stages)?.id ?? "");

  function confirm() {
    retire.mutate(
      { id: stage.id, moveTo },
      {
        onSuccess: () => toast.show({ title: t("retired", { name: stage.name }), tone: "success" }),
        onSettled: onClose,
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("retireTitle", { name: stage.name })}
      description={t("retireText")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button variant="danger" pending={retire.isPending} onClick={confirm}>
            {t("retireConfirm")}
          </Button>
        </>
      }
    >
      <p className="mb-4">
        <span className="font-medium tabular">
          {count === undefined ? t("retireCounting") : t("retireCount", { count })}
        </span>{" "}
        <span className="text-muted">{t("retirePrivate")}</span>
      </p>
      <SelectField
        label={t("retireTarget")}
        value={moveTo}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={setMoveTo}
      />
    </Dialog>
  );
}

/** The open stage before this one, else the one after it: there the cards are least out of place. */
function nearest(stage: Stage, stages: readonly Stage[]): Stage | undefined {
  const place = stages.findIndex(({ id }) => id === stage.id);
  const isOpen = ({ id, kind }: Stage) => id !== stage.id && kind === "open";
  return stages.slice(0, place).findLast(isOpen) ?? stages.slice(place).find(isOpen);
}

/** How many cards stand in a stage, counted by the database; undefined until it has answered. */
function useCardCount(stageId: string): number | undefined {
  const trpc = useTRPC();
  const board = useQuery({ ...trpc.board.open.queryOptions({ pageSize: 1 }), staleTime: 0 });
  return board.data?.figures
    .filter((figure) => figure.column === stageId)
    .reduce((sum, { count }) => sum + count, 0);
}
