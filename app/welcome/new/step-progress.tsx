"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { type Step, steps } from "./steps";

type StepProgressProps = { step: Step; onStep: (step: Step) => void };

/** Where in the set-up the reader is; steps that are done lead back. */
export function StepProgress({ step, onStep }: StepProgressProps) {
  const t = useTranslations("setup.steps");
  const here = steps.indexOf(step);
  return (
    <nav aria-label={t("label")} className="mb-8">
      <ol className="grid grid-cols-3 gap-2">
        {steps.map((name, place) => (
          <li key={name} className="min-w-0">
            <button
              type="button"
              disabled={place >= here}
              aria-current={place === here ? "step" : undefined}
              onClick={() => onStep(name)}
              className={cx(
                "group flex w-full flex-col gap-2 rounded-6 text-left text-13 pointer-coarse:min-h-11 pointer-coarse:justify-center",
                place === here ? "font-medium text-text" : "text-muted",
              )}
            >
              <span
                className={cx(
                  "h-1 w-full rounded-full transition-colors",
                  place <= here ? "bg-accent" : "bg-hairline-strong",
                )}
              />
              <span className="flex items-center gap-1.5 group-enabled:group-hover:text-text">
                {place < here && <Check size={14} className="shrink-0 text-accent-text" />}
                <span className="truncate">{t(name)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
