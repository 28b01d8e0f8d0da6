/** Postgres writes microseconds, Date reads milliseconds: the rest is compared as digits. */
function microseconds(timestamp: string): string {
  return (/\.(\d+)/.exec(timestamp)?.[1] ?? "").padEnd(6, "0");
}

/** The later of two ISO 8601 timestamps; null counts as never. Equal ones keep `a`. */
export function laterOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  const difference = Date.parse(a) - Date.parse(b);
  if (difference !== 0) return difference > 0 ? a : b;
  return microseconds(b) > microseconds(a) ? b : a;
}
