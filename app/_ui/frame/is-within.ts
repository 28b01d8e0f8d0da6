/** Whether an address lies in the part of the application that begins at `href`. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
