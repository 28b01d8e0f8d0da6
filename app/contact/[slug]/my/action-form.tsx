"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/app/_ui/button";
import { type ActionState, idle } from "./action-state";
import { Outcome } from "./outcome";

type ActionFormProps = {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  hidden?: Readonly<Record<string, string>>;
  variant?: "secondary" | "ghost" | "danger";
  children: ReactNode;
};

/** One button that does one thing. */
export function ActionForm({
  action,
  hidden = {},
  variant = "secondary",
  children,
}: ActionFormProps) {
  const [state, send, isPending] = useActionState(action, idle);
  return (
    <form action={send} className="flex flex-wrap items-center gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} pending={isPending}>
        {children}
      </Button>
      <Outcome state={state} done="" isPending={isPending} />
    </form>
  );
}
