import type { CSSProperties } from "react";
import { initials } from "@/app/_ui/initials";

/** A workspace's initials on its own accent; decoration, its name stands beside. */
export function WorkspaceMark({ name, hue }: { name: string; hue: number }) {
  return (
    <span
      data-accent=""
      aria-hidden="true"
      // React's CSSProperties know no custom properties.
      style={{ "--accent-hue": hue } as CSSProperties}
      className="grid size-10 shrink-0 select-none place-items-center rounded-8 bg-accent font-semibold text-on-accent"
    >
      {initials(name)}
    </span>
  );
}
