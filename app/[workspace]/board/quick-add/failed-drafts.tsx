"use client";

import { CircleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import type { ErrorCode } from "@/domain/error-codes";
import type { Draft } from "./draft";
import { ReasonForm } from "./reason-form";

export type FailedDraft = { id: string; draft: Draft; reason: string; code: ErrorCode };

type FailedDraftsProps = {
  failed: readonly FailedDraft[];
  onRetry: (one: FailedDraft, blacklistReason?: string) => void;
  onDiscard: (one: FailedDraft) => void;
};

/** What could not be added, with everything that was typed. */
export function FailedDrafts({ failed, onRetry, onDiscard }: FailedDraftsProps) {
  const t = useTranslations("board.quickAdd");
  const actions = useTranslations("common.actions");
  if (failed.length === 0) return null;
  return (
    <ul className="space-y-2" role="alert">
      {failed.map((one) => (
        <li key={one.id} className="rounded-6 bg-red-soft p-2 text-13">
          <p className="flex gap-1.5 font-medium">
            <CircleAlert size={14} className="mt-0.5 shrink-0 text-red-text" />
            {t("failed", { name: one.draft.name.trim() || (one.draft.customer?.label ?? "") })}
          </p>
          <p className="mt-0.5">{one.reason}</p>
          {one.code === "customer_blacklisted" && (
            <ReasonForm onGive={(reason) => onRetry(one, reason)} />
          )}
          <div className="mt-1.5 flex gap-1">
            {one.code !== "customer_blacklisted" && (
              <Button size="sm" onClick={() => onRetry(one)}>
                {actions("retry")}
              </Button>
            )}
            <IconButton
              size="sm"
              label={t("discard")}
              icon={<X size={14} />}
              onClick={() => onDiscard(one)}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
