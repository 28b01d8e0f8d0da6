"use client";

import { type ReactElement, type ReactNode, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";
import { type TriggerProps, useDeferredPopup } from "./use-deferred-popup";

type PopoverProps = {
  /** Names the popover for screen readers. */
  label: string;
  /** Draws what opens it: `(props) => <Button {...props}>…</Button>`. */
  trigger: (props: TriggerProps) => ReactElement;
  /** Fields and the like; for actions take a `Menu`. */
  children: ReactNode;
};

const [PopoverPopup, preload] = deferred(
  async () => (await import("./popover-popup")).PopoverPopup,
);

/** A small pane of fields behind a button; its code comes when it is wanted. */
export function Popover({ label, trigger, children }: PopoverProps) {
  const popup = useDeferredPopup("dialog", preload);
  return (
    <>
      {trigger(popup.trigger)}
      {popup.mounted && (
        <Suspense fallback={null}>
          <PopoverPopup popup={popup.state} label={label}>
            {children}
          </PopoverPopup>
        </Suspense>
      )}
    </>
  );
}
