"use client";

import { useEffect, useState } from "react";
import type { ShownPresence } from "@/app/_realtime/live/use-live-topics";
import { createPresence } from "@/app/_realtime/presence";
import { watchAway } from "@/app/_realtime/watch-away";
import { useWorkspace } from "../../../workspace-context";

/** What this page shows of its member, and hears of others who have a party open. */
export function usePartyPresence(): ShownPresence {
  const { workspaceId, memberId } = useWorkspace();
  const [presence] = useState(createPresence);
  useEffect(() => watchAway((isAway) => presence.show({ isAway })), [presence]);
  return { presence, memberId, workspaceTopic: partyTopic(workspaceId) };
}

/** All members see all parties: who has one open is said to the whole workspace. */
export function partyTopic(workspaceId: string): string {
  return `workspace:${workspaceId}`;
}
