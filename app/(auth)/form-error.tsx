import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What went wrong with the form as a whole, and what to do; said aloud at once. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex gap-2.5 rounded-10 bg-red-soft px-3.5 py-3 text-pretty">
      <CircleAlert size={16} className="mt-0.5 shrink-0 text-red-text" />
      {children}
    </p>
  );
}
