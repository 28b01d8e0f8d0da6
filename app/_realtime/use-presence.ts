"use client";

import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type { CardPresence, PresentMember } from "@/domain/presence";
import type { BoardPresence, CardPlace, Showing } from "./presence";

const PresenceContext = createContext<BoardPresence | null>(null);

/** Beside what a page shows and not in it: who moves elsewhere draws no card anew. */
export const PresenceProvider = PresenceContext.Provider;

function usePresence(): BoardPresence {
  const presence = useContext(PresenceContext);
  if (!presence) throw new Error("usePresence needs a PresenceProvider above it");
  return presence;
}

const nobody: readonly PresentMember[] = [];
const nothing = () => undefined;

/** Who else is on this board. */
export function usePeopleHere(): readonly PresentMember[] {
  const { subscribe, here } = usePresence();
  return useSyncExternalStore(subscribe, here, () => nobody);
}

/** What others do with a card or a party; undefined while nobody does anything. */
export function useCardPresence(id: string): CardPresence | undefined {
  const { subscribe, ofCard } = usePresence();
  return useSyncExternalStore(subscribe, () => ofCard(id), nothing);
}

/** Shows others which card or party is open here, while the component lives and its topic is known. */
export function useShowOpen(id: string, topic: string | undefined): void {
  const { show } = usePresence();
  useEffect(() => {
    if (topic === undefined) return;
    show({ open: { id, topic } });
    return () => show({ open: null, field: null });
  }, [show, id, topic]);
}

/** Shows others the card in hand. */
export function useShowHand(card: CardPlace | undefined): void {
  const { show } = usePresence();
  const { id, topic } = card ?? {};
  useEffect(() => {
    if (id === undefined || topic === undefined) return;
    show({ hand: [{ id, topic }] });
    return () => show({ hand: [] });
  }, [show, id, topic]);
}

/** Shows others the field of what is open that this member is in. */
export function useShowField(): (field: Showing["field"]) => void {
  const { show } = usePresence();
  return (field) => show({ field });
}
