import type { ReactNode } from "react";
import { cx } from "./cx";

/** Colour carries meaning only: red trouble, amber attention, green done, blue information. */
export type Tone = "neutral" | "accent" | "red" | "amber" | "green" | "blue";

const tones: Record<Tone, string> = {
  neutral: "bg-sunken text-muted",
  accent: "bg-accent-soft text-accent-text",
  red: "bg-red-soft text-red-text",
  amber: "bg-amber-soft text-amber-text",
  green: "bg-green-soft text-green-text",
  blue: "bg-blue-soft text-blue-text",
};

type BadgeProps = {
  tone?: Tone | undefined;
  /** 12 px; with a tone other than neutral the words must say the same as the colour. */
  icon?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A short word or number about the thing beside it. */
export function Badge({ tone = "neutral", icon, className, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 shrink-0 items-center gap-1 rounded-6 px-1.5 text-12 font-medium whitespace-nowrap tabular",
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
