"use client";

import { Suspense, useEffect, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { NewParty } from "../parties/new/new-party";

const [Palette, preload] = deferred(async () => (await import("./palette")).Palette);

/** Opens the search by Ctrl-K or ⌘K and by every button that says `data-opens-search`. */
export function SearchHost() {
  const [isOpen, setOpen] = useState(false);
  const [isMounted, setMounted] = useState(false);
  /** What was not found and is to be written down. */
  const [added, setAdded] = useState<string>();

  useEffect(() => {
    function open(event: Event) {
      event.preventDefault();
      setMounted(true);
      setOpen(true);
    }
    function press(event: KeyboardEvent) {
      // Whoever holds the first key of the two may want the second.
      if (event.key === "Control" || event.key === "Meta") preload();
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey || event.repeat) return;
      // A dialog waits for its answer, and a menu for its choice.
      if (document.querySelector("[data-layer]")) event.preventDefault();
      else open(event);
    }
    const click = (event: MouseEvent) => void (isOpener(event.target) && open(event));
    const approach = (event: Event) => void (isOpener(event.target) && preload());
    window.addEventListener("keydown", press);
    document.addEventListener("click", click);
    document.addEventListener("pointerover", approach);
    document.addEventListener("focusin", approach);
    return () => {
      window.removeEventListener("keydown", press);
      document.removeEventListener("click", click);
      document.removeEventListener("pointerover", approach);
      document.removeEventListener("focusin", approach);
    };
  }, []);

  function create(text: string) {
    setOpen(false);
    setAdded(text);
  }

  return (
    <>
      {isMounted && (
        <Suspense fallback={null}>
          <Palette open={isOpen} onOpenChange={setOpen} onCreate={create} />
        </Suspense>
      )}
      <NewParty open={added !== undefined} onOpenChange={() => setAdded(undefined)} text={added} />
    </>
  );
}

function isOpener(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-opens-search]") !== null;
}
