import type { CsvDecodeError, CsvEncoding } from "@/domain/csv-decode";
import type { CsvDelimiter } from "@/domain/csv-delimiter";
import type { CsvParseError } from "@/domain/csv-parse";
import type { ImportField, ImportMapping } from "@/domain/import-fields";
import type { ImportProblem, ImportProblemCode, ImportWarning } from "@/domain/import-problems";
import type { ImportContext, ImportRow } from "@/domain/import-row";
import type { UnknownValue } from "@/domain/import-values";

/** What the file looks like, before anything is chosen. `encoding` is null for pasted text. */
export type FileFacts = {
  header: string[];
  delimiter: CsvDelimiter;
  encoding: CsvEncoding | null;
  rowCount: number;
  /** For each column its first three distinct filled cells, shortened. */
  samples: string[][];
  guess: ImportMapping;
};

export type ReadAnswer =
  | { ok: true; facts: FileFacts }
  | { ok: false; code: CsvDecodeError | CsvParseError };

/** How often one thing is wrong. */
export type ProblemCount = { field: ImportField | "row"; code: ImportProblemCode; count: number };

export type CheckAnswer = {
  good: number;
  bad: number;
  /** Good rows with something worth a look. */
  warned: number;
  /** Warnings about whole columns. */
  columnWarnings: ImportWarning[];
  /** Exact sums of the good rows, a currency each, the most frequent first. */
  totals: { currency: string; amount: string }[];
  /** The most frequent first. */
  problemCounts: ProblemCount[];
  /** Also those that the user has assigned already, so that the choice can be seen and changed. */
  unknown: { stages: UnknownValue[]; owners: UnknownValue[] };
};

export type RowFilter = "all" | "bad" | "warned";

/** A row as it will arrive, or what the file says of one that will not. */
export type PreviewRow =
  | { kind: "good"; rowNumber: number; row: ImportRow; warnings: ImportWarning[] }
  | {
      kind: "bad";
      rowNumber: number;
      customer: string;
      name: string;
      problems: ImportProblem[];
    };

/** The words of the file of bad rows; a reason has "{value}" where the cell is named. */
export type BadRowWords = {
  rowNumber: string;
  reason: string;
  fields: Record<ImportField | "row", string>;
  problems: Record<ImportProblemCode, string>;
};

/** What the worker can be asked, and what it answers. */
export type WorkerCalls = {
  read: { input: { source: ArrayBuffer | string; context: ImportContext }; output: ReadAnswer };
  check: { input: { mapping: ImportMapping; context: ImportContext }; output: CheckAnswer };
  rows: {
    input: { filter: RowFilter; offset: number; limit: number };
    output: PreviewRow[];
  };
  /** The bad rows as they stand in the file, with their reasons, as a CSV for Excel. */
  badRows: { input: BadRowWords; output: string };
  /** The good rows of the last check, in pieces that one request can carry. */
  pieces: { input: Record<string, never>; output: ImportRow[][] };
};

export type WorkerCall = keyof WorkerCalls;

export type WorkerRequest = {
  [Call in WorkerCall]: { id: number; call: Call; input: WorkerCalls[Call]["input"] };
}[WorkerCall];

export type WorkerResponse =
  | { id: number; ok: true; output: WorkerCalls[WorkerCall]["output"] }
  | { id: number; ok: false };
