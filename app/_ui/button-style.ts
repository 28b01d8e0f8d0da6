import { cx } from "./cx";

/** `primary` once a view; `danger` for what destroys; `ghost` in bars and rows. */
export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

/** Heights 28, 32 and 40 px; on touch screens 44 px and more. */
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-hover",
  secondary:
    "border border-hairline-strong bg-surface text-text shadow-card hover:bg-hover active:bg-pressed",
  ghost: "text-muted hover:bg-hover hover:text-text active:bg-pressed data-popup-open:bg-hover",
  danger: "bg-red text-on-accent hover:bg-red-hover active:bg-red-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "control-sm gap-1.5 rounded-6 px-2.5 text-13",
  md: "control-md gap-2 rounded-8 px-3 text-14",
  lg: "control-lg gap-2 rounded-8 px-4 text-14",
};

const squares: Record<ButtonSize, string> = {
  sm: "square-sm rounded-6",
  md: "square-md rounded-8",
  lg: "square-lg rounded-8",
};

const base =
  "relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium transition-colors duration-(--motion-fast) disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50";

/** The classes of a button or of a link that looks like one. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, square = false): string {
  return cx(base, variants[variant], square ? squares[size] : sizes[size]);
}
