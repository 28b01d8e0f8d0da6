"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode, RefObject } from "react";

type PalettePopupProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  initialFocus: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/**
 * A dialog without a head, near the top of the window, of one size whatever is in it; on phones it
 * fills the screen. Its content is made anew at each opening. Load it on demand.
 */
export function PalettePopup(props: PalettePopupProps) {
  const { open, onOpenChange, label, initialFocus, children } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 arrive-scrim bg-scrim" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-hidden sm:px-6 sm:pt-[11dvh]">
          <Base.Popup
            aria-label={label}
            data-layer=""
            initialFocus={initialFocus}
            className="flex h-dvh w-full arrive-popup flex-col overflow-hidden bg-raised pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] shadow-hand outline-none sm:h-[min(30rem,76dvh)] sm:max-w-160 sm:rounded-10 sm:pt-0 sm:pb-0"
          >
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
