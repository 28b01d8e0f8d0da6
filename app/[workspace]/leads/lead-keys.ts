import type { KeyboardEvent } from "react";

/** Every row's button, in the order of the list. */
const rows = "[data-lead]";

/**
 * Keys of the list: arrows go from lead to lead, T takes the one in focus. The focus stays at its
 * place, so that one after the other can be taken.
 */
export function leadKeys(take: (id: string) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(rows)];
    const here = event.target instanceof Element ? event.target.closest("li") : null;
    const place = all.findIndex((one) => here?.contains(one));
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      all[Math.min(Math.max(place + step, 0), all.length - 1)]?.focus();
      return;
    }
    const id = all[place]?.dataset.lead;
    if (event.key.toLowerCase() !== "t" || event.repeat || !id) return;
    event.preventDefault();
    // The one that follows, or at the end the one before, before the row goes away.
    (all[place + 1] ?? all[place - 1])?.focus();
    take(id);
  };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
