"use client";

import { type ReactNode, type RefObject, Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";

export type DialogProps = {
  open: boolean;
  /** Asked to close by Esc, the close button or a press outside. */
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg" | undefined;
  /** False keeps it open on Esc and presses outside, e.g. with unsaved text. */
  dismissible?: boolean | undefined;
  /** What gets the focus first; else the first control. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Its content grows while it is open: its head stays where it is, and nothing in it moves. */
  grows?: boolean | undefined;
  /** Below the buttons: what comes late and is not to move them. */
  below?: ReactNode;
  /** An alert dialog asks something that cannot wait. */
  alert?: boolean | undefined;
};

const [DialogPopup] = deferred(async () => (await import("./dialog-popup")).DialogPopup);

/** A modal dialog: on phones a sheet at the bottom, else in the middle. Its code comes on opening. */
export function Dialog(props: DialogProps) {
  const [mounted, setMounted] = useState(props.open);
  if (props.open && !mounted) setMounted(true);
  if (!mounted) return null;
  return (
    <Suspense fallback={null}>
      <DialogPopup {...props} />
    </Suspense>
  );
}
