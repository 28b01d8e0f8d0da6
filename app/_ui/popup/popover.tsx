"use client";

import { lazy, type ReactElement, type ReactNode, Suspense } from "react";
import { type TriggerProps, useDeferredPopup } from "./use-deferred-popup";

type PopoverProps = {
  /** Its title for screen readers; draw a visible one inside if it needs one. */
  label: string;
  trigger: (props: TriggerProps) => ReactElement;
  /** The content; a function gets `close`. */
  children: ReactNode | ((close: () => void) => ReactNode);
  side?: "bottom" | "top" | "right" | "left" | undefined;
  align?: "start" | "center" | "end" | undefined;
  className?: string | undefined;
};

const load = () => import("./popover-popup");
const PopoverPopup = lazy(() => load().then((module) => ({ default: module.PopoverPopup })));

/** A small floating form or note behind a button; its code comes when it is wanted. */
export function Popover(props: PopoverProps) {
  const { label, trigger, children, side = "bottom", align = "start", className } = props;
  const popup = useDeferredPopup("dialog", load);
  return (
    <>
      {trigger(popup.trigger)}
      {popup.mounted && (
        <Suspense fallback={null}>
          <PopoverPopup
            label={label}
            anchor={popup.anchor}
            open={popup.open}
            onOpenChange={popup.setOpen}
            side={side}
            align={align}
            className={className}
          >
            {typeof children === "function" ? children(() => popup.setOpen(false)) : children}
          </PopoverPopup>
        </Suspense>
      )}
    </>
  );
}
