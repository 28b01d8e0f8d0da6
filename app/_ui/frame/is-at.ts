import type { NavItem } from "./types";

/** Whether an address lies in the part of the application that an entry leads to. */
export function isAt(pathname: string, { href, also }: Pick<NavItem, "href" | "also">): boolean {
  return isWithin(pathname, href) || (also !== undefined && isWithin(pathname, also));
}

/** Whether an address lies in the part of the application that begins at `href`. */
function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
