import type { ReactNode } from "react";
import { cx } from "./cx";

/** Fields side by side where there is room, below each other where not. */
export function FormRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cx("grid gap-4 sm:auto-cols-fr sm:grid-flow-col", className)}>{children}</div>
  );
}
