"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { painted } from "@/app/_late/painted";
import { announce } from "@/app/_ui/live-region";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useEventCallback } from "../use-event-callback";

export type Undoable = {
  /** The toast that offers it, too. */
  readonly toastId: string;
  readonly title: string;
  /** Says why not when it cannot be taken back any more, else takes it back. */
  readonly undo: () => string | undefined;
};

/** Further back nobody remembers what it was. */
const mostKept = 50;

/** The last changes of this page, newest last: Ctrl or ⌘ Z takes them back one by one. */
export function useUndoStack() {
  const t = useTranslations("board.undo");
  const toast = useToast();
  const stack = useRef<Undoable[]>([]);

  function take(one: Undoable): void {
    stack.current = stack.current.filter((other) => other !== one);
    toast.dismiss(one.toastId);
    const reason = one.undo();
    if (reason === undefined) announce(t("done", { what: one.title }));
    else toast.show({ id: one.toastId, title: reason });
  }

  const press = useEventCallback((event: KeyboardEvent) => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (!isUndo || event.shiftKey || event.altKey || event.defaultPrevented) return;
    if (isEditing(event.target)) return;
    event.preventDefault();
    const last = stack.current.at(-1);
    if (last) take(last);
    else announce(t("nothing"));
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [press]);

  /** Remembers a change at once, and offers to take it back as soon as it has been seen. */
  return function offer(one: Undoable): void {
    stack.current = [...stack.current.slice(1 - mostKept), one];
    void painted().then(() => {
      if (!stack.current.includes(one)) return;
      toast.undoable(one.title, () => take(one), { id: one.toastId });
    });
  };
}

/** There the browser takes back what was typed. */
function isEditing(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}
