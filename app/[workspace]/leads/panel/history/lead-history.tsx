"use client";

import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { HistoryPages, historyPageSize } from "../../../history/history-pages";
import { useLeadPeople } from "../../use-lead-people";
import type { LeadDetails } from "../use-lead";
import { isWorthTelling } from "./lead-facts";
import { LeadSentences } from "./lead-sentences";

/** Who changed what of a lead. */
export function LeadHistory({ lead, now }: { lead: LeadDetails; now: Date }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { nameOf } = useLeadPeople();
  const input = { id: lead.id, limit: historyPageSize };
  return (
    <HistoryPages
      queryKey={trpc.lead.history.infiniteQueryKey(input)}
      read={(cursor, signal) => client.lead.history.query({ ...input, cursor }, { signal })}
      now={now}
      nameOf={nameOf}
      isTold={(entry) => isWorthTelling(entry)}
      sentence={(entry) => <LeadSentences entry={entry} lead={lead} />}
    />
  );
}
