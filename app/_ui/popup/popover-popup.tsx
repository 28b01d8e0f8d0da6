"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { isPressOn } from "./is-press-on";
import { landmarkOf } from "./landmark-of";
import { popupStyle } from "./popup-style";
import type { PopupState } from "./use-deferred-popup";

type PopoverPopupProps = { popup: PopupState; label: string; children: ReactNode };

/** The open part of `Popover`; loaded on demand. */
export function PopoverPopup({ popup, label, children }: PopoverPopupProps) {
  const { anchor, open, onOpenChange } = popup;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        // The trigger's own click closes it; a second close here would be followed by an opening.
        if (!next && isPressOn(anchor.current, event)) return;
        onOpenChange(next);
      }}
    >
      <Base.Portal container={landmarkOf(anchor.current)}>
        <Base.Positioner
          anchor={anchor}
          positionMethod="fixed"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
          data-layer=""
        >
          <Base.Popup
            aria-label={label}
            finalFocus={anchor}
            className={cx(popupStyle, "max-h-(--available-height) w-72 overflow-y-auto p-3")}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
