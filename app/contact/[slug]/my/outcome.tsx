"use client";

import { useTranslations } from "next-intl";
import type { ActionState } from "./action-state";

type OutcomeProps = {
  state: ActionState;
  /** What to say when nothing more particular happened. */
  done: string;
  isPending: boolean;
};

/** Beside a form: how it went, also for screen readers. */
export function Outcome({ state, done, isPending }: OutcomeProps) {
  const t = useTranslations("myPage.outcome");
  const errors = useTranslations("errors");
  if (state.status === "failed" && state.code !== "invalid_input") {
    return (
      <p role="alert" className="text-14 text-red-text">
        {errors(state.code)}
      </p>
    );
  }
  const { outcome } = state.status === "done" ? state : { outcome: null };
  const said = outcome === "waiting" || outcome === "unverified" ? t(outcome) : done;
  return (
    <p role="status" className="text-14 text-muted">
      {state.status === "done" && !isPending ? said : ""}
    </p>
  );
}
