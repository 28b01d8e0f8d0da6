import type { PlaceOption } from "./currencies";

/**
 * The time zones to choose from: "Europe/Berlin" reads "Europe / Berlin". `known` are further
 * names of zones that must be among them, as browsers and servers do not know the same ones.
 */
export function listTimeZones(known: readonly string[] = []): PlaceOption[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), ...known, "UTC"]);
  return [...names].sort().map((value) => ({
    value,
    label: value.replaceAll("_", " ").replaceAll("/", " / "),
  }));
}
