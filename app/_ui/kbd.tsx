import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-6 border border-hairline-strong bg-sunken px-1 font-sans text-12 text-muted">
      {children}
    </kbd>
  );
}
