const longest = 1000;

/**
 * Where to go on to after signing in: a path within the application, or null. It comes from an
 * address that anybody can write, so everything that a browser could take for another site is
 * refused. An absolute address of `origin` is accepted, because mail links carry one.
 */
export function readReturnPath(next: string | null | undefined, origin: string): string | null {
  if (!next || next.length > longest || !URL.canParse(next, origin)) return null;
  const base = new URL(origin);
  const url = new URL(next, base);
  if (url.origin !== base.origin || url.username !== "" || url.password !== "") return null;
  // "/.//elsewhere.example" is on our origin, but its path alone would lead there.
  if (url.pathname.startsWith("//")) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
