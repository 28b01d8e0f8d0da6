import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";

type PersonRowProps = {
  name: string;
  kind: "person" | "organization";
  /** What to tell of them, in this order; null is left out. */
  facts: readonly (string | null)[];
  /** The page about them. */
  href?: Route | undefined;
  /** At the end of the row. */
  action?: ReactNode;
  /** Below the name. */
  children?: ReactNode;
};

/** One of the people around an opportunity. */
export function PersonRow({ name, kind, facts, href, action, children }: PersonRowProps) {
  const told = facts.filter((fact) => fact !== null).join(" · ");
  return (
    <li className="flex gap-3 py-1.5">
      <div className="flex h-8 items-center pointer-coarse:h-11">
        <Avatar name={name} decorative shape={kind === "person" ? "round" : "square"} />
      </div>
      <div className="min-w-0 flex-1">
        <div className="flex min-h-8 items-center gap-3 pointer-coarse:min-h-11">
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere">
              {href === undefined ? (
                name
              ) : (
                <Link
                  href={href}
                  className="rounded-6 hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
                >
                  {name}
                </Link>
              )}
            </p>
            {told !== "" && <p className="wrap-anywhere text-12 text-muted">{told}</p>}
          </div>
          {action}
        </div>
        {children}
      </div>
    </li>
  );
}
