import type { Route } from "next";

/** Somewhere a search leads to, as a row shows it and as the device remembers it. */
export type Place = {
  id: string;
  /** What stands before it: initials of a party, or the sign of its kind. */
  icon: "person" | "organization" | "lead" | "opportunity" | "communication";
  title: string;
  detail: string;
  href: Route;
  /** The opportunity whose panel it opens. */
  opens?: string | undefined;
};

const kept = 8;
const icons: readonly unknown[] = [
  "person",
  "organization",
  "lead",
  "opportunity",
  "communication",
];

const keyOf = (memberId: string) => `spur:places:${memberId}`;

/** Where a member went from the search on this device, the latest first; nothing where none is kept. */
export function readPlaces(memberId: string, slug: string): Place[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(memberId)) ?? "[]");
    return Array.isArray(read) ? read.filter((one) => isPlace(one, slug)) : [];
  } catch {
    return [];
  }
}

/** The device may be full, or keep nothing: then the search begins empty. */
export function keepPlace(memberId: string, slug: string, place: Place): void {
  const others = readPlaces(memberId, slug).filter(({ id }) => id !== place.id);
  try {
    localStorage.setItem(keyOf(memberId), JSON.stringify([place, ...others].slice(0, kept)));
  } catch {
    // Nothing depends on it.
  }
}

/** Another version may have written it, and the workspace may have another address by now. */
function isPlace(read: unknown, slug: string): read is Place {
  if (typeof read !== "object" || read === null) return false;
  if (!("id" in read && "icon" in read && "title" in read && "detail" in read && "href" in read)) {
    return false;
  }
  const { id, icon, title, detail, href } = read;
  const texts = [id, title, detail, href];
  const opens = "opens" in read ? read.opens : undefined;
  return (
    texts.every((text) => typeof text === "string") &&
    icons.includes(icon) &&
    (opens === undefined || typeof opens === "string") &&
    String(href).startsWith(`/${slug}/`)
  );
}
