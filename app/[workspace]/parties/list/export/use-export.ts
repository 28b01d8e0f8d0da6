"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { dayIn } from "@/app/_ui/format/date";
import { useToast } from "@/app/_ui/toast/use-toast";
import { mostParties } from "@/domain/party-list-input";
import type { PartyQuery } from "@/domain/party-query";
import { useWorkspace } from "../../../workspace-context";
import type { ListWords } from "../list-context";
import { csvRow, fileColumns } from "./csv-rows";
import { downloadBlob } from "./download-blob";
import { writeFile } from "./write-file";

export type RunningExport = { count: number; total: number | null };

/** Writes parties into a file, page by page; it can be watched and given up. */
export function useExport(words: ListWords) {
  const client = useTRPCClient();
  const t = useTranslations("partyList");
  const party = useTranslations("party");
  const locale = useLocale();
  const toast = useToast();
  const errorText = useErrorText();
  const { timeZone } = useWorkspace();
  const [running, setRunning] = useState<RunningExport | null>(null);
  const abort = useRef<AbortController | null>(null);

  const fileWords = {
    person: party("fields.person"),
    organization: party("fields.organization"),
    active: party("status.active"),
    inactive: party("status.inactive"),
    yes: t("export.yes"),
  };

  async function run(
    total: number | null,
    fetchPage: Parameters<typeof writeFile>[0]["fetchPage"],
  ): Promise<void> {
    if (abort.current) return;
    const given = new AbortController();
    abort.current = given;
    setRunning({ count: 0, total });
    try {
      const file = await writeFile({
        head: fileColumns.map((column) => t(`columns.${column}`)),
        toCells: (row) => csvRow(row, words, fileWords, (at) => dayIn(new Date(at), timeZone)),
        // As spreadsheets of the language want it.
        delimiter: locale === "de" ? ";" : ",",
        fetchPage,
        onProgress: (count) => setRunning({ count, total }),
        signal: given.signal,
      });
      downloadBlob(file, `${t("export.fileName")}-${dayIn(new Date(), timeZone)}.csv`);
      toast.show({ title: t("export.done"), tone: "success" });
    } catch (error) {
      if (!given.signal.aborted) toast.error(t("export.failed"), errorText(error));
    } finally {
      abort.current = null;
      setRunning(null);
    }
  }

  return {
    running,
    cancel: () => abort.current?.abort(),
    exportAll: async (query: PartyQuery) => {
      // Beyond what is counted the end is not known, and the bar says so.
      const counted = await client.partyList.count.query({ query }).catch(() => null);
      const total = counted && !counted.isMore ? counted.count : null;
      await run(total, (cursor) =>
        client.partyList.export.query(
          { query, cursor, limit: mostParties },
          abort.current ? { signal: abort.current.signal } : {},
        ),
      );
    },
    exportSome: (ids: readonly string[]) =>
      run(ids.length, async () => ({
        rows: await client.partyList.rows.query({ ids: [...ids] }),
        nextCursor: null,
      })),
  };
}
