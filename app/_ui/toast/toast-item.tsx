"use client";

import { CircleCheck, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "../button";
import { IconButton } from "../icon-button";
import { dismissToast, type Toast } from "./toast-store";

/** One toast; its time stands still while `held` (mouse or focus on it) or the page is hidden. */
export function ToastItem({ toast, held }: { toast: Toast; held: boolean }) {
  const t = useTranslations("common.toasts");
  useTimeout(toast, held);
  return (
    <li className="pointer-events-auto flex w-full max-w-md arrive-toast items-center gap-3 rounded-10 bg-raised py-2 pr-2 pl-3.5 shadow-hand">
      <ToneIcon tone={toast.tone} />
      <div role={toast.tone === "error" ? "alert" : undefined} className="min-w-0 flex-1 py-1">
        <p className="font-medium">{toast.title}</p>
        {toast.description && <p className="text-13 text-muted">{toast.description}</p>}
      </div>
      {toast.action && (
        <Button
          size="sm"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        size="sm"
        label={t("dismiss")}
        icon={<X size={16} />}
        onClick={() => dismissToast(toast.id)}
      />
    </li>
  );
}

function ToneIcon({ tone }: { tone: Toast["tone"] }) {
  if (tone === "error") return <TriangleAlert size={16} className="shrink-0 text-red-text" />;
  if (tone === "success") return <CircleCheck size={16} className="shrink-0 text-green-text" />;
  return null;
}

function useTimeout(toast: Toast, held: boolean): void {
  const left = useRef(toast.duration);
  useEffect(() => {
    left.current = toast.duration;
  }, [toast]);
  useEffect(() => {
    if (held || toast.duration === 0) return;
    let since = Date.now();
    let timer = 0;
    function run() {
      since = Date.now();
      timer = window.setTimeout(() => dismissToast(toast.id), left.current);
    }
    function rest() {
      clearTimeout(timer);
      left.current -= Date.now() - since;
    }
    function visibility() {
      if (document.hidden) rest();
      else run();
    }
    run();
    document.addEventListener("visibilitychange", visibility);
    return () => {
      if (!document.hidden) rest();
      document.removeEventListener("visibilitychange", visibility);
    };
  }, [toast, held]);
}
