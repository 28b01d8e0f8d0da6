import type { ReactNode } from "react";

/** The heading of a page of this group and a sentence below it. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="text-28 font-semibold tracking-tight">{title}</h1>
      {children && <p className="mt-2 text-pretty text-muted">{children}</p>}
    </div>
  );
}
