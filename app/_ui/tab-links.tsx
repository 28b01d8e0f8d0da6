"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export type TabLink = { href: Route; label: string; icon?: ReactNode };

/** A view switch whose views have addresses of their own; for `PageHeader`. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="inline-flex shrink-0 rounded-8 bg-sunken p-0.5">
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={pathname === link.href ? "page" : undefined}
          className="inline-flex min-h-[calc(var(--control-md)-4px)] items-center gap-1.5 rounded-6 px-2.5 text-13 font-medium text-muted transition-colors hover:text-text aria-[current]:bg-raised aria-[current]:text-text aria-[current]:shadow-card pointer-coarse:min-h-11"
        >
          {link.icon}
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
