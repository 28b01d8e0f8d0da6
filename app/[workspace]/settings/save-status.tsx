"use client";

import { useMutationState } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Spinner } from "@/app/_ui/spinner";

/** Whether what was changed here has arrived; what failed says so itself. */
export function SaveStatus() {
  const t = useTranslations("settings.status");
  const states = useMutationState({ select: ({ state }) => state.status });
  const last = states.at(-1);
  if (states.includes("pending")) {
    return (
      <p role="status" className="flex items-center gap-1.5 text-13 text-muted">
        <Spinner className="size-3.5" />
        <span className="max-sm:sr-only">{t("saving")}</span>
      </p>
    );
  }
  return (
    <p role="status" className="flex items-center gap-1.5 text-13 text-muted">
      {last === "success" && (
        <>
          <Check size={14} className="text-green-text" />
          <span className="max-sm:sr-only">{t("saved")}</span>
        </>
      )}
    </p>
  );
}
