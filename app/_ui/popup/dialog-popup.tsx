"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "../cx";
import { IconButton } from "../icon-button";
import type { DialogProps } from "./dialog";

const widths = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-3xl" };

/** The open part of `Dialog`; loaded on demand. */
export function DialogPopup(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, size = "md" } = props;
  const { dismissible = true, initialFocus, alert = false, grows = false, below } = props;
  const t = useTranslations("common.actions");
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={!dismissible}
      onOpenChange={(next, details) => {
        if (!next && details.reason === "escape-key" && !dismissible) return;
        // Taking back something in a toast is no wish to leave the dialog.
        const { target } = details.event;
        if (!next && target instanceof Element && target.closest("[data-toasts]")) return;
        onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 arrive-scrim bg-scrim" />
        <Base.Viewport
          className={cx(
            "fixed inset-0 z-40 flex items-end justify-center overflow-hidden sm:p-6",
            grows ? "sm:items-start sm:pt-[7dvh]" : "sm:items-center",
          )}
        >
          <Base.Popup
            role={alert ? "alertdialog" : "dialog"}
            data-layer=""
            {...(initialFocus && { initialFocus })}
            className={cx(
              "relative flex max-h-[92dvh] w-full arrive-popup flex-col rounded-t-10 bg-raised pb-[env(safe-area-inset-bottom)] shadow-hand outline-none sm:rounded-10 sm:pb-0",
              widths[size],
              grows && "h-[92dvh] sm:h-auto sm:max-h-[86dvh]",
            )}
          >
            <div className="px-5 pt-5 pb-1">
              <Base.Title className="pr-10 text-16 font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-1 text-pretty text-muted">
                  {description}
                </Base.Description>
              )}
            </div>
            {children && (
              <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-3">
                {children}
              </div>
            )}
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-5">{footer}</div>
            )}
            {below}
            {/* Last, so that the focus starts in the content and not on leaving it. */}
            <div className="absolute top-3 right-3">
              <Base.Close render={<IconButton label={t("close")} icon={<X size={18} />} />} />
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
