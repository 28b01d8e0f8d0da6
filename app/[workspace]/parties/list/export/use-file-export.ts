"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { dayIn } from "@/app/_ui/format/date";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useWorkspace } from "../../../workspace-context";
import { downloadBlob } from "./download-blob";
import { type FileOptions, writeFile } from "./write-file";

export type RunningExport = { count: number; total: number | null };

type Export<Row, Place> = Pick<FileOptions<Row, Place>, "head" | "toCells"> & {
  /** Without day and ending. */
  fileName: string;
  /** Null where the end is not known. */
  total: number | null;
  fetchPage: (
    after: Place | null,
    signal: AbortSignal,
  ) => ReturnType<FileOptions<Row, Place>["fetchPage"]>;
};

/** Writes rows into a file, page by page; it can be watched and given up. One at a time. */
export function useFileExport() {
  const t = useTranslations("partyList.export");
  const locale = useLocale();
  const toast = useToast();
  const errorText = useErrorText();
  const { timeZone } = useWorkspace();
  const [running, setRunning] = useState<RunningExport | null>(null);
  const abort = useRef<AbortController | null>(null);

  async function run<Row, Place>(options: Export<Row, Place>): Promise<void> {
    if (abort.current) return;
    const { fileName, total, fetchPage, head, toCells } = options;
    const given = new AbortController();
    abort.current = given;
    setRunning({ count: 0, total });
    try {
      const file = await writeFile<Row, Place>({
        head,
        toCells,
        // As spreadsheets of the language want it.
        delimiter: locale === "de" ? ";" : ",",
        fetchPage: (after) => fetchPage(after, given.signal),
        onProgress: (count) => setRunning({ count, total }),
        signal: given.signal,
      });
      downloadBlob(file, `${fileName}-${dayIn(new Date(), timeZone)}.csv`);
      toast.show({ title: t("done"), tone: "success" });
    } catch (error) {
      if (!given.signal.aborted) toast.error(t("failed"), errorText(error));
    } finally {
      abort.current = null;
      setRunning(null);
    }
  }

  return { running, cancel: () => abort.current?.abort(), run };
}
