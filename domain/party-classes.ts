/** Classes of every workspace, which the interface names; a workspace's own have a name. */
const namedClasses = [
  "BLACKLIST",
  "VALUE_A",
  "VALUE_B",
  "VALUE_C",
  "SIZE_MICRO",
  "SIZE_SMALL",
  "SIZE_MEDIUM",
  "SIZE_LARGE",
] as const;

const known: ReadonlySet<string> = new Set(namedClasses);

export function isNamedClass(code: string): code is (typeof namedClasses)[number] {
  return known.has(code);
}
