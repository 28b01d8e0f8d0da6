import type { Outbox } from "./outbox";

/** Lets the browser ask before a page is left with which something unwritten would be lost. */
export function warnBeforeLeaving(outbox: Outbox): () => void {
  const onLeaving = (event: BeforeUnloadEvent) => {
    if (!outbox.view().isKept) event.preventDefault();
  };
  window.addEventListener("beforeunload", onLeaving);
  return () => window.removeEventListener("beforeunload", onLeaving);
}
