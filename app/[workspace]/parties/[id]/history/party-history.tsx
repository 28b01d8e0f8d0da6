"use client";

import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { HistoryPages, historyPageSize } from "../../../history/history-pages";
import { useOpened } from "../party-context";
import { PartySentence } from "./party-sentence";

/** Who changed what of the party and of all that is kept of it. */
export function PartyHistory() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { opened, now, memberName } = useOpened();
  const input = { id: opened.party.id, limit: historyPageSize };
  return (
    <HistoryPages
      queryKey={trpc.party.history.infiniteQueryKey(input)}
      read={(cursor, signal) => client.party.history.query({ ...input, cursor }, { signal })}
      now={now}
      nameOf={(id, { isByCustomer }) => (isByCustomer ? opened.party.name : memberName(id))}
      sentence={(entry) => <PartySentence entry={entry} />}
    />
  );
}
