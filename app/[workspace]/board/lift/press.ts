export type Point = { readonly x: number; readonly y: number };

export type PressHandlers = {
  /** The press became a lift. */
  lift(): void;
  move(point: Point): void;
  drop(): void;
  /** It ended otherwise, before or after the lift. */
  cancel(): void;
};

/** A mouse that moves less is a click. */
const clickSlop = 4;
/** A finger that rests so long lifts; one that moves before that scrolls. */
const holdTime = 200;
const holdSlop = 8;

/**
 * Follows a pointer from its press to its end. On the window and without capturing it: the pressed
 * element may scroll out of a virtual list while its card is carried.
 */
export function followPress(down: PointerEvent, handlers: PressHandlers): () => void {
  const isMouse = down.pointerType === "mouse";
  const control = new AbortController();
  const { signal } = control;
  let isLifted = false;
  const hold = isMouse ? 0 : window.setTimeout(lift, holdTime);

  function lift() {
    isLifted = true;
    // The selection that a mouse began before it was a lift.
    getSelection()?.removeAllRanges();
    handlers.lift();
  }

  function end() {
    clearTimeout(hold);
    control.abort();
  }

  function cancel() {
    end();
    handlers.cancel();
  }

  function move(event: PointerEvent) {
    if (event.pointerId !== down.pointerId) return;
    const distance = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (!isLifted && !isMouse && distance > holdSlop) return cancel();
    if (!isLifted && isMouse && distance >= clickSlop) lift();
    if (isLifted) handlers.move({ x: event.clientX, y: event.clientY });
  }

  function up(event: PointerEvent) {
    if (event.pointerId !== down.pointerId) return;
    if (!isLifted) return cancel();
    end();
    swallowClick();
    // The last stretch may have come without a move of its own.
    handlers.move({ x: event.clientX, y: event.clientY });
    handlers.drop();
  }

  function key(event: KeyboardEvent) {
    if (!isLifted || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    swallowClick();
    cancel();
  }

  window.addEventListener("pointermove", move, { signal });
  window.addEventListener("pointerup", up, { signal });
  window.addEventListener("pointercancel", cancel, { signal });
  window.addEventListener("blur", cancel, { signal });
  window.addEventListener("keydown", key, { signal, capture: true });
  // The menu that a long press opens on touch screens.
  window.addEventListener("contextmenu", (event) => !isMouse && event.preventDefault(), { signal });
  return cancel;
}

/** The click that belongs to the same press means nothing. One from the keyboard has no detail. */
function swallowClick(): void {
  const control = new AbortController();
  const { signal } = control;
  const swallow = (event: MouseEvent) => {
    if (event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
    control.abort();
  };
  window.addEventListener("click", swallow, { capture: true, signal });
  window.addEventListener("pointerdown", () => control.abort(), { capture: true, signal });
}
