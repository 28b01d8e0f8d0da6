import type { ListWords } from "../list-context";
import type { PartyRow } from "../rows";

/** Words of the file that are no names. */
export type FileWords = {
  person: string;
  organization: string;
  active: string;
  inactive: string;
  yes: string;
};

/** What a file says of a party, in the order of `fileColumns`. */
export const fileColumns = [
  "name",
  "kind",
  "roles",
  "classes",
  "blacklist",
  "status",
  "owner",
  "source",
  "email",
  "phone",
  "town",
  "opportunities",
  "created",
  "changed",
] as const;

/** A party as a row of the file; days are those of the workspace, "2026-12-31". */
export function csvRow(
  row: PartyRow,
  names: Pick<ListWords, "memberName" | "roleName" | "className" | "sourceName">,
  words: FileWords,
  dayOf: (at: string) => string,
): string[] {
  return [
    row.name,
    words[row.kind],
    row.roles.map(names.roleName).join(", "),
    row.classes.map(names.className).join(", "),
    row.isBlacklisted ? words.yes : "",
    words[row.status],
    names.memberName(row.ownerId) ?? "",
    names.sourceName(row.source),
    row.email?.shown ?? "",
    row.phone?.shown ?? "",
    row.town ?? "",
    String(row.openOpportunities),
    dayOf(row.createdAt),
    dayOf(row.updatedAt),
  ];
}
