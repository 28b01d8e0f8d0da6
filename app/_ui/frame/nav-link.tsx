"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "../cx";
import { isAt } from "./is-at";
import type { NavItem } from "./types";

/** A link of the navigation that knows whether the reader is in its part of the application. */
export function NavLink({
  href,
  also,
  label,
  icon,
  count = 0,
  place,
}: NavItem & { place: "rail" | "bar" }) {
  const pathname = usePathname();
  const here = isAt(pathname, { href, also });
  const rail = place === "rail";
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      data-tooltip={rail ? label : undefined}
      data-tooltip-side="right"
      className={cx(
        "relative flex select-none flex-col items-center justify-center gap-0.5 rounded-8 text-muted transition-colors hover:text-text aria-[current]:text-accent-text",
        rail
          ? "size-10 hover:bg-hover aria-[current]:bg-accent-soft pointer-coarse:h-auto pointer-coarse:min-h-13 pointer-coarse:w-full pointer-coarse:py-1.5"
          : "h-full w-full",
      )}
    >
      {icon}
      <span
        className={cx(
          "max-w-full px-0.5 text-center text-12",
          rail
            ? "sr-only pointer-coarse:not-sr-only pointer-coarse:wrap-anywhere pointer-coarse:whitespace-normal"
            : "truncate",
        )}
        title={rail ? undefined : label}
      >
        {label}
      </span>
      {count > 0 && (
        <span className="absolute top-0.5 right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[10px] font-semibold text-on-accent tabular">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  );
}
