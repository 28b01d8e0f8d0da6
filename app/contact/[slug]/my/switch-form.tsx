"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useId } from "react";
import { cx } from "@/app/_ui/cx";
import { type ActionState, idle } from "./action-state";
import { Outcome } from "./outcome";

type SwitchFormProps = {
  isOn: boolean;
  label: ReactNode;
  note?: ReactNode;
  hidden: Readonly<Record<string, string>>;
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
};

/** On or off at once, shown before the answer is there; a button, so that it works without scripts. */
export function SwitchForm({ isOn, label, note, hidden, action }: SwitchFormProps) {
  const t = useTranslations("myPage.edit");
  const id = useId();
  const [state, send, isPending] = useActionState(action, idle);
  const shown = isPending ? !isOn : isOn;
  return (
    <li className="border-hairline border-b py-1 last:border-b-0">
      <form action={send} className="flex min-h-12 items-center justify-between gap-4">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="wanted" value={String(!isOn)} />
        <span id={id} className="min-w-0 wrap-anywhere whitespace-pre-line">
          {label}
          {note && <span className="block text-14 text-muted">{note}</span>}
        </span>
        <button
          type="submit"
          role="switch"
          aria-checked={shown}
          aria-labelledby={id}
          className="grid size-11 shrink-0 place-items-center"
        >
          <span
            className={cx(
              "flex h-6 w-10 items-center rounded-full px-0.5 transition-colors",
              shown ? "bg-accent" : "bg-edge",
            )}
          >
            <span
              className={cx(
                "size-5 rounded-full bg-on-accent shadow-card transition-transform",
                shown && "translate-x-4",
              )}
            />
          </span>
        </button>
      </form>
      {state.status === "failed" && (
        <Outcome state={state} done={t("saved")} isPending={isPending} />
      )}
    </li>
  );
}
