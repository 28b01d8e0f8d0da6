import type { CsvDecodeError } from "@/domain/csv-decode";
import type { CsvParseError } from "@/domain/csv-parse";
import type { ImportMapping } from "@/domain/import-fields";
import type { CheckAnswer, FileFacts } from "./reading/worker-protocol";
import type { RunProgress } from "./running/run-import";

/** Why a file cannot be read; the interface has a sentence for each in both languages. */
export type FileProblemCode =
  | CsvDecodeError
  | CsvParseError
  | "file_unreadable"
  | "file_too_hard"
  | "clipboard_empty"
  | "clipboard_refused";

export type FileState =
  | { at: "none" }
  | { at: "reading"; name: string }
  | { at: "failed"; name: string; code: FileProblemCode }
  /** `bytes` is null for pasted text. */
  | { at: "read"; name: string; bytes: number | null; facts: FileFacts };

/** What the member decides; the keys of `stages` and `owners` are those of `ImportContext.aliases`. */
export type Choices = {
  mapping: ImportMapping;
  stages: Readonly<Record<string, string>>;
  owners: Readonly<Record<string, string>>;
  teamId: string | null;
};

export type CheckState = {
  answer: CheckAnswer;
  /** A newer check runs: the answer is that of the choices before. */
  isOutdated: boolean;
  /** Changes with every answer, so that shown rows are asked for again. */
  stamp: number;
};

export type RunState = {
  id: string;
  fileName: string;
  /** Rows that were left out; null when resumed, for nobody knows them any more. */
  leftOut: number | null;
  progress: RunProgress;
};

export type ImportState = {
  file: FileState;
  choices: Choices | null;
  check: CheckState | null;
  run: RunState | null;
};

export const emptyImport: ImportState = {
  file: { at: "none" },
  choices: null,
  check: null,
  run: null,
};

/**
 * The choices for a file that was just read. A file with the same header as the one before is most
 * often its mended version: what was chosen for that one stays.
 */
export function choicesFor(
  facts: FileFacts,
  before: { facts: FileFacts; choices: Choices } | null,
  teamId: string | null,
): Choices {
  const sameHeader =
    before !== null &&
    before.facts.header.length === facts.header.length &&
    before.facts.header.every((name, column) => name === facts.header[column]);
  if (sameHeader) return before.choices;
  return {
    mapping: facts.guess,
    stages: {},
    owners: {},
    teamId: before ? before.choices.teamId : teamId,
  };
}
