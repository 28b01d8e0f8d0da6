"use client";

import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { ToastItem } from "./toast-item";
import { currentToasts, subscribeToasts, type Toast } from "./toast-store";

const none: readonly Toast[] = [];

/**
 * The place toasts appear in; once, in the root layout. Written by hand rather than with Base UI:
 * that one costs 26 kB on every page.
 */
export function ToastRegion() {
  const t = useTranslations("common.toasts");
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => none);
  const [held, setHeld] = useState(false);
  return (
    <section
      aria-label={t("region")}
      data-toasts=""
      className="pointer-events-none fixed inset-x-0 bottom-[calc(env(safe-area-inset-bottom)+var(--toast-lift,0px)+1rem)] z-60 flex flex-col items-center gap-2 px-4 max-sm:[--toast-lift:var(--bar-height)]"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ol aria-live="polite" aria-relevant="additions text" className="contents">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} held={held} />
        ))}
      </ol>
    </section>
  );
}
