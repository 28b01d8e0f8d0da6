"use client";

import { useEffect } from "react";
import { announce } from "@/app/_ui/live-region";
import type { VisibleBoard } from "@/domain/board-visible";
import { cardElement } from "../column/column-registry";
import { useEventCallback } from "../use-event-callback";
import { neighbourOf } from "./neighbour";

type Options = { board: VisibleBoard; openId: string; open: (id: string) => void };

/** In an open panel, J goes to the card below in its column and K to the one above. */
export function usePanelNeighbours({ board, openId, open }: Options): void {
  const press = useEventCallback((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = stepOf(event.key);
    const next = step === null ? null : neighbourOf(board, openId, step);
    if (next === null) return;
    event.preventDefault();
    open(next);
    cardElement(next)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    // The panel stays and only its content changes, which nobody hears.
    announce(board.cardOf(next)?.name ?? "");
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [press]);
}

function stepOf(key: string): 1 | -1 | null {
  if (key === "j" || key === "J") return 1;
  return key === "k" || key === "K" ? -1 : null;
}

/** Where letters have a meaning of their own; also below a dialog or menu. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector("[data-layer]")) return true;
  const fields = "input, textarea, select, [contenteditable], [role=combobox]";
  return target instanceof Element && target.closest(fields) !== null;
}
