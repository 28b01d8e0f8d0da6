"use client";

import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { HistoryPages, historyPageSize } from "../../../history/history-pages";
import { useBoardFrame } from "../../board-frame";
import type { Opportunity } from "../use-opportunity";
import { isWorthTelling } from "./history-facts";
import { HistorySentences } from "./history-sentences";

/** Who changed what of an opportunity. */
export function History({ opportunity }: { opportunity: Opportunity }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { memberName, moment } = useBoardFrame();
  const input = { id: opportunity.id, limit: historyPageSize };
  return (
    <HistoryPages
      queryKey={trpc.opportunity.history.infiniteQueryKey(input)}
      read={(cursor, signal) => client.opportunity.history.query({ ...input, cursor }, { signal })}
      now={moment.now}
      nameOf={memberName}
      isTold={(entry) => isWorthTelling(entry)}
      sentence={(entry) => <HistorySentences entry={entry} opportunity={opportunity} />}
    />
  );
}
