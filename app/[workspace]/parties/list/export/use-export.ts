"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { dayIn } from "@/app/_ui/format/date";
import { mostParties } from "@/domain/party-list-input";
import type { PartyQuery } from "@/domain/party-query";
import { useWorkspace } from "../../../workspace-context";
import type { ListWords } from "../list-context";
import type { PartyPage, PartyRow } from "../rows";
import { csvRow, fileColumns } from "./csv-rows";
import { useFileExport } from "./use-file-export";

type Place = NonNullable<PartyPage["nextCursor"]>;

/** Writes parties into a file. */
export function useExport(words: ListWords) {
  const client = useTRPCClient();
  const t = useTranslations("partyList");
  const party = useTranslations("party");
  const { timeZone } = useWorkspace();
  const { running, cancel, run } = useFileExport();

  const fileWords = {
    person: party("fields.person"),
    organization: party("fields.organization"),
    active: party("status.active"),
    inactive: party("status.inactive"),
    yes: t("export.yes"),
  };
  const file = {
    fileName: t("export.fileName"),
    head: fileColumns.map((column) => t(`columns.${column}`)),
    toCells: (row: PartyRow) =>
      csvRow(row, words, fileWords, (at) => dayIn(new Date(at), timeZone)),
  };

  return {
    running,
    cancel,
    exportAll: async (query: PartyQuery) => {
      // Beyond what is counted the end is not known, and the bar says so.
      const counted = await client.partyList.count.query({ query }).catch(() => null);
      await run<PartyRow, Place>({
        ...file,
        total: counted && !counted.isMore ? counted.count : null,
        fetchPage: (cursor, signal) =>
          client.partyList.export.query({ query, cursor, limit: mostParties }, { signal }),
      });
    },
    exportSome: (ids: readonly string[]) =>
      run<PartyRow, Place>({
        ...file,
        total: ids.length,
        fetchPage: async () => ({
          rows: await client.partyList.rows.query({ ids: [...ids] }),
          nextCursor: null,
        }),
      }),
  };
}
