/** What a list can show of a party beside its name. */
export const columnKeys = [
  "roles",
  "owner",
  "phone",
  "email",
  "town",
  "classes",
  "opportunities",
  "status",
  "source",
  "created",
  "changed",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const usualColumns: readonly ColumnKey[] = [
  "roles",
  "owner",
  "phone",
  "email",
  "town",
  "opportunities",
  "changed",
];

/** A cookie, so that the server draws the list right at once. */
export const columnsCookie = "spur-parties";

const widths: Record<ColumnKey, string> = {
  roles: "minmax(6.5rem,1fr)",
  owner: "minmax(6.5rem,.9fr)",
  phone: "minmax(8.25rem,.8fr)",
  email: "minmax(8rem,1.2fr)",
  town: "minmax(5.5rem,.7fr)",
  classes: "minmax(6.5rem,.9fr)",
  opportunities: "4rem",
  status: "minmax(4.5rem,.5fr)",
  source: "minmax(6.5rem,.8fr)",
  created: "minmax(6.5rem,.6fr)",
  changed: "minmax(6.5rem,.6fr)",
};

/** The columns of a row: to select, the name, and what was chosen. */
export function gridOf(columns: readonly ColumnKey[]): string {
  return ["2.25rem", "minmax(12rem,1.8fr)", ...columns.map((key) => widths[key])].join(" ");
}

/** As the cookie says it, in the usual order; the usual ones where it says nothing. */
export function readColumns(text: string | undefined): readonly ColumnKey[] {
  if (text === undefined) return usualColumns;
  const said = text.split(".");
  return columnKeys.filter((key) => said.includes(key));
}

export function writeColumns(columns: readonly ColumnKey[]): string {
  return columns.join(".");
}
