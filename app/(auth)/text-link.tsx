import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";

type TextLinkProps = { href: Route; className?: string; children: ReactNode };

/** A link within words; high enough for a thumb on touch screens. */
export function TextLink({ href, className, children }: TextLinkProps) {
  return (
    <Link
      href={href}
      className={cx(
        "inline-flex items-center rounded-6 font-medium text-accent-text underline-offset-4 hover:underline pointer-coarse:min-h-11",
        className,
      )}
    >
      {children}
    </Link>
  );
}
