"use client";

import { useEffect, useEffectEvent } from "react";

type Pasted = { onFile: (file: File) => void; onText: (text: string) => void };

const typing =
  "input:not([type=radio]):not([type=checkbox]):not([type=file]),textarea,[contenteditable]";

/** Takes cells or a file that are pasted anywhere on the page, except while somebody types. */
export function usePaste(enabled: boolean, { onFile, onText }: Pasted): void {
  const take = useEffectEvent((data: DataTransfer) => {
    // Excel puts a picture of the cells beside their text.
    const text = data.getData("text/plain");
    const [file] = data.files;
    if (text.trim() !== "") onText(text);
    else if (file) onFile(file);
  });
  useEffect(() => {
    if (!enabled) return;
    function paste(event: ClipboardEvent) {
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (!event.clipboardData || document.querySelector("[data-layer]")) return;
      event.preventDefault();
      take(event.clipboardData);
    }
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [enabled]);
}
