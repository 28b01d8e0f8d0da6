"use client";

import { useSearchParams } from "next/navigation";
import type { Draft } from "./draft";
import { type Step, stepAt } from "./steps";

/** The step of the address and a way to the others; the browser's "back" leads through them. */
export function useStep(draft: Draft): [Step, (step: Step) => void] {
  const step = stepAt(useSearchParams().get("step"), draft);
  function go(next: Step) {
    window.history.pushState(null, "", `?step=${next}`);
    window.scrollTo({ top: 0 });
  }
  return [step, go];
}
