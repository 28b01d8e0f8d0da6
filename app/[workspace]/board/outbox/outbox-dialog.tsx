"use client";

import type { Unsettled } from "@/app/_realtime/outbox/outbox";
import { ConflictDialog } from "./conflict-dialog";
import { RefusedDialog } from "./refused-dialog";
import { UnreadableDialog } from "./unreadable-dialog";

export type OutboxDialogProps = {
  open: boolean;
  /** In the order in which they came back; asked about one after the other. */
  unsettled: readonly Unsettled[];
  onLater: () => void;
};

/** What every dialog about something unsettled is given. */
export type AskProps<Kind extends Unsettled["kind"]> = {
  open: boolean;
  one: Extract<Unsettled, { kind: Kind }>;
  /** How many are still to be decided, this one among them. */
  count: number;
  onLater: () => void;
};

export function OutboxDialog({ open, unsettled, onLater }: OutboxDialogProps) {
  const [one] = unsettled;
  if (!one) return null;
  const ask = { open, count: unsettled.length, onLater };
  switch (one.kind) {
    case "conflict":
      return <ConflictDialog key={one.id} one={one} {...ask} />;
    case "refused":
      return <RefusedDialog key={one.id} one={one} {...ask} />;
    case "unreadable":
      return <UnreadableDialog key={one.id} one={one} {...ask} />;
  }
}
