type Box = { left: number; top: number; width: number; height: number };

/** Where a tooltip stands. */
export type TooltipSide = "top" | "right";

const gap = 6;
const margin = 8;

/**
 * The corner of a tooltip beside its anchor, in pixels of the window: on the wished side, on the
 * opposite one if it does not fit, and never over the window's edge.
 */
export function placeTooltip(
  anchor: Box,
  tip: { width: number; height: number },
  view: { width: number; height: number },
  side: TooltipSide,
): { left: number; top: number } {
  if (side === "right") {
    const right = anchor.left + anchor.width + gap;
    const fits = right + tip.width + margin <= view.width;
    return {
      left: fits ? right : anchor.left - tip.width - gap,
      top: clamp(anchor.top + (anchor.height - tip.height) / 2, view.height - tip.height),
    };
  }
  const above = anchor.top - tip.height - gap;
  return {
    left: clamp(anchor.left + (anchor.width - tip.width) / 2, view.width - tip.width),
    top: above >= margin ? above : anchor.top + anchor.height + gap,
  };
}

function clamp(value: number, room: number): number {
  return Math.max(margin, Math.min(value, room - margin));
}
