import { dayIn } from "@/app/_ui/format/date";

/** What `<input type="datetime-local">` shows for a moment in a zone: "2026-03-29T10:30". */
export function localTimeOf(moment: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat("sv-SE", { timeStyle: "short", timeZone }).format(moment);
  return `${dayIn(moment, timeZone)}T${time}`;
}

/**
 * The moment that a wall clock in a zone shows, as ISO 8601; null for text that is no such time.
 * An hour that a change of clocks leaves out is read as the one after, one that comes twice as the
 * earlier.
 */
export function momentOf(localTime: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${localTime}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(localTime) || Number.isNaN(asUtc)) return null;
  // The offset of the zone is that of the moment itself, which is not known yet: of the day
  // before and the day after one is right.
  const candidates = [-1, 1].map((day) => asUtc - offsetAt(asUtc + day * 86_400_000, timeZone));
  const [first = asUtc, second = asUtc] = candidates;
  const fitting = candidates.filter((one) => localTimeOf(new Date(one), timeZone) === localTime);
  const moment = fitting.length > 0 ? Math.min(...fitting) : Math.max(first, second);
  return new Date(moment).toISOString();
}

/** How far the clocks of a zone are ahead of UTC, ms. */
function offsetAt(moment: number, timeZone: string): number {
  const minute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${localTimeOf(new Date(minute), timeZone)}Z`) - minute;
}
