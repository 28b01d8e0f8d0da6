import type { ParsedCsv } from "./csv-parse";
import type { ImportMapping } from "./import-fields";
import { matchMember, matchStage, readOutcome } from "./import-match";
import type { ImportContext } from "./import-row";
import { cleanLine, isExcelError, isPlaceholder, matchKey } from "./import-text";

/** `key` is the key of `ImportContext.aliases`, `value` its first spelling in the file. */
export type UnknownValue = { key: string; value: string; count: number };

/**
 * The stages and owners in the file that the workspace does not know, the most frequent first, so
 * that the user can assign each once instead of mending every row.
 */
export function collectUnknownValues(
  csv: ParsedCsv,
  mapping: ImportMapping,
  context: ImportContext,
): { stages: UnknownValue[]; owners: UnknownValue[] } {
  const collect = (
    column: number | null,
    isKnown: (text: string) => boolean,
    skip: (cells: readonly string[]) => boolean,
  ): UnknownValue[] => {
    const known = new Map<string, boolean>();
    const unknown = new Map<string, UnknownValue>();
    if (column === null) return [];
    for (const { cells, problem } of csv.rows) {
      const value = cleanLine(cells[column] ?? "");
      if (problem !== null || value === "" || isPlaceholder(value) || isExcelError(value)) continue;
      if (!known.has(value)) known.set(value, isKnown(value));
      if (known.get(value) || skip(cells)) continue;
      const key = matchKey(value);
      const entry = unknown.get(key) ?? { key, value, count: 0 };
      entry.count += 1;
      unknown.set(key, entry);
    }
    return [...unknown.values()].sort((a, b) => b.count - a.count);
  };

  // The stage of a closed row is decided by its outcome, whatever name it had.
  const isClosed = (cells: readonly string[]) => {
    const outcome = mapping.outcome === null ? null : readOutcome(cells[mapping.outcome] ?? "");
    return outcome === "won" || outcome === "lost";
  };
  return {
    stages: collect(mapping.stage, (text) => matchStage(text, context) !== null, isClosed),
    owners: collect(
      mapping.owner,
      (text) => matchMember(text, context).length > 0,
      () => false,
    ),
  };
}
