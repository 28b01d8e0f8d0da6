"use client";

import { type ReactElement, type ReactNode, Suspense } from "react";
import { type PopupState, type TriggerProps, useDeferredPopup } from "./use-deferred-popup";

type DeferredMenuProps = {
  /** Fetches the code of `children` ahead. */
  preload: () => unknown;
  /** Draws what opens it: `(props) => <IconButton {...props} label="…" icon={…} />`. */
  trigger: (props: TriggerProps) => ReactElement;
  /** Draws the opened menu, a lazy component around `MenuPopup`. */
  children: (popup: PopupState) => ReactNode;
};

/**
 * A menu behind a button that brings not even its entries along: for what every page or every card
 * has, and few people open. Elsewhere take `Menu`.
 */
export function DeferredMenu({ preload, trigger, children }: DeferredMenuProps) {
  const popup = useDeferredPopup("menu", preload);
  return (
    <>
      {trigger(popup.trigger)}
      {popup.mounted && <Suspense fallback={null}>{children(popup.state)}</Suspense>}
    </>
  );
}
