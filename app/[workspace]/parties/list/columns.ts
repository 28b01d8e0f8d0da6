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

/** In rem: at least, and the share of what is left. */
const widths: Record<ColumnKey | "select" | "name", readonly [least: number, share: number]> = {
  select: [2.25, 0],
  name: [12, 1.8],
  roles: [6, 1],
  owner: [6, 0.9],
  phone: [8, 0.8],
  email: [7, 1.2],
  town: [5, 0.7],
  classes: [6, 0.9],
  opportunities: [4.5, 0],
  status: [4.5, 0.5],
  source: [6, 0.8],
  created: [6, 0.6],
  changed: [6, 0.6],
};
const gap = 0.75;
const padding = 2.5;

/** Of the usual ones, those that a tablet has no room for. Whoever chose columns has them all. */
const roomy: readonly ColumnKey[] = ["town", "changed"];

function isRoomy(column: ColumnKey, columns: readonly ColumnKey[]): boolean {
  return roomy.includes(column) && writeColumns(columns) === writeColumns(usualColumns);
}

/** The custom properties of a table: its columns and least width, where there is room and where not. */
export function tableStyle(columns: readonly ColumnKey[]): Record<string, string> {
  const slim = columns.filter((column) => !isRoomy(column, columns));
  return {
    "--wide-columns": template(columns),
    "--slim-columns": template(slim),
    "--wide-least": least(columns),
    "--slim-least": least(slim),
  };
}

function tracksOf(columns: readonly ColumnKey[]) {
  return (["select", "name", ...columns] as const).map((key) => widths[key]);
}

function template(columns: readonly ColumnKey[]): string {
  return tracksOf(columns)
    .map(([rem, share]) => (share === 0 ? `${rem}rem` : `minmax(${rem}rem,${share}fr)`))
    .join(" ");
}

function least(columns: readonly ColumnKey[]): string {
  const tracks = tracksOf(columns);
  const sum = tracks.reduce((total, [rem]) => total + rem, padding + gap * (tracks.length - 1));
  return `${sum}rem`;
}

/** The classes of a row of the table. */
export const rowGrid =
  "grid w-full grid-cols-(--slim-columns) items-center gap-x-3 px-5 @5xl/list:grid-cols-(--wide-columns)";
export const tableWidth = "w-full min-w-(--slim-least) @5xl/list:min-w-(--wide-least)";

/** The classes of a cell, in the head and below. */
export function cellClass(column: ColumnKey, columns: readonly ColumnKey[]): string {
  const hiding = isRoomy(column, columns) ? "@max-5xl/list:hidden" : "";
  return `${hiding} ${column === "opportunities" ? "pr-4 text-right" : "text-left"}`;
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
