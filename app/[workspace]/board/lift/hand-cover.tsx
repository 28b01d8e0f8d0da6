"use client";

import { useEffect, useState, type WheelEvent } from "react";
import { painted } from "@/app/_late/painted";

type HandCoverProps = {
  isUp: boolean;
  /** What lies below the hand still scrolls. */
  onWheel: (event: WheelEvent) => void;
};

/**
 * Lies between the hand and the board, for the cursor: a rule for all elements of the board would
 * style thousands anew at a drop. It outlasts the hand by a frame, or the browser would look for
 * what is under the pointer now, and show it hovered, in the frame of the drop.
 */
export function HandCover({ isUp, onWheel }: HandCoverProps) {
  const [isThere, setIsThere] = useState(isUp);
  if (isUp && !isThere) setIsThere(true);

  useEffect(() => {
    if (isUp || !isThere) return;
    let isUpAgain = false;
    void painted().then(() => {
      if (!isUpAgain) setIsThere(false);
    });
    return () => {
      isUpAgain = true;
    };
  }, [isUp, isThere]);

  return isThere && <div className="fixed inset-0 z-50 cursor-grabbing" onWheel={onWheel} />;
}
