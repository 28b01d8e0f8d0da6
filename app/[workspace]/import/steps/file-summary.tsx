import { FileText, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import type { CsvEncoding } from "@/domain/csv-decode";
import type { CsvDelimiter } from "@/domain/csv-delimiter";
import type { EarlierImport } from "../history/earlier-import";
import type { FileState } from "../import-state";
import { fileSize } from "./file-size";

type FileSummaryProps = {
  file: Extract<FileState, { at: "read" }>;
  /** An import that was done with a file of the same name. */
  sameName: EarlierImport | undefined;
  action?: ReactNode;
};

const delimiters = {
  ";": "semicolon",
  ",": "comma",
  "\t": "tab",
  "|": "bar",
} as const satisfies Record<CsvDelimiter, string>;

const encodings: Record<CsvEncoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

/** The file in one line: what it is and how it was understood. */
export function FileSummary({ file, sameName, action }: FileSummaryProps) {
  const t = useTranslations("import");
  const format = useFormat();
  const locale = useLocale();
  const { facts, name, bytes } = file;
  const details = [
    t("file.facts", { rows: facts.rowCount, columns: facts.header.length }),
    bytes === null ? null : fileSize(bytes, locale),
    t(`delimiter.${delimiters[facts.delimiter]}`),
    facts.encoding && encodings[facts.encoding],
  ];
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 rounded-10 border border-hairline px-4 py-3">
        <FileText size={20} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium" title={name}>
            {name}
          </p>
          <p className="text-13 text-muted">{details.filter(Boolean).join(" · ")}</p>
        </div>
        {action}
      </div>
      {sameName && (
        <p className="mt-2 flex items-start gap-2 rounded-8 bg-amber-soft px-3 py-2 text-13 text-amber-text">
          <TriangleAlert size={14} className="mt-0.5 shrink-0" aria-hidden="true" />
          {t("file.sameName", {
            when: format.dateTime(sameName.createdAt),
            count: sameName.rowCount,
          })}
        </p>
      )}
    </>
  );
}
