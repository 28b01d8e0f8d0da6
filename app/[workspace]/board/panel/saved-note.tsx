"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Spinner } from "@/app/_ui/spinner";
import type { Saving } from "./fields/use-saving";

/** Whether everything that was typed is kept: a quiet tick. */
export function SavedNote({ states }: { states: Saving["states"] }) {
  const t = useTranslations("common.status");
  const all = Object.values(states).map(({ status }) => status);
  const isSaving = all.includes("saving");
  const isSaved = !isSaving && all.length > 0 && all.every((status) => status === "saved");
  return (
    <span role="status" className="flex items-center gap-1 whitespace-nowrap text-12 text-muted">
      {isSaving && <Spinner className="size-3" />}
      {isSaved && <Check size={14} className="text-green-text" aria-hidden="true" />}
      <span className={isSaved ? "max-sm:sr-only" : "sr-only"}>
        {isSaving && t("saving")}
        {isSaved && t("saved")}
      </span>
    </span>
  );
}
