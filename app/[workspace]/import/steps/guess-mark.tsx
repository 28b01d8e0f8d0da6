import { Sparkles } from "lucide-react";

/** The sign of what was guessed and not chosen. */
export function GuessMark({ label }: { label?: string }) {
  return (
    <span data-tooltip={label}>
      <Sparkles size={14} aria-hidden="true" />
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
