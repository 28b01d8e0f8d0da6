"use client";

import { useState } from "react";
import { type ConsentColumns, type ConsentField, guessConsentColumns } from "@/domain/consent-file";
import { type CsvDecodeError, decodeCsv } from "@/domain/csv-decode";
import { type CsvParseError, type ParsedCsv, parseCsv } from "@/domain/csv-parse";

export type ReadFile = { name: string; csv: ParsedCsv; columns: ConsentColumns };

type FileProblem = CsvDecodeError | CsvParseError | "file_unreadable";

/** A chosen file and what its columns are. */
export function useConsentFile() {
  const [read, setRead] = useState<ReadFile | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [isReading, setReading] = useState(false);

  function fail(code: FileProblem): void {
    setRead(null);
    setProblem(code);
  }

  async function choose(file: File): Promise<void> {
    setReading(true);
    const bytes = await file.arrayBuffer().catch(() => null);
    setReading(false);
    if (!bytes) return fail("file_unreadable");
    const decoded = decodeCsv(new Uint8Array(bytes));
    if (!decoded.ok) return fail(decoded.code);
    const parsed = parseCsv(decoded.text);
    if (!parsed.ok) return fail(parsed.code);
    const { csv } = parsed;
    setProblem(null);
    setRead({ name: file.name, csv, columns: guessConsentColumns(csv.header) });
  }

  return {
    read,
    problem,
    isReading,
    choose,
    setColumn: (field: ConsentField, column: number | null) =>
      setRead((file) => file && { ...file, columns: { ...file.columns, [field]: column } }),
    forget: () => setRead(null),
  };
}
