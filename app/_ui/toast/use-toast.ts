"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { dismissToast, showToast, type ToastOptions } from "./toast-store";

/**
 * Toasts of a component: `show` anything, `undoable` for what can be taken back, `error` for what
 * went wrong (stays until closed), `dismiss` by id.
 */
export function useToast() {
  const t = useTranslations("common.actions");
  return useMemo(
    () => ({
      show: showToast,
      dismiss: dismissToast,
      undoable: (title: string, undo: () => void, options?: Partial<ToastOptions>) =>
        showToast({ ...options, title, action: { label: t("undo"), run: undo } }),
      error: (title: string, description?: string) =>
        showToast({ title, description, tone: "error" }),
    }),
    [t],
  );
}
