import type { StoredLead } from "@/domain/lead-answers";

export const leadViews = ["unassigned", "mine", "open", "closed"] as const;
export type LeadView = (typeof leadViews)[number];

/** The search parameters of the page. */
export const viewParameter = "view";
export const openParameter = "lead";

export function readView(text: string | null | undefined): LeadView {
  return leadViews.find((view) => view === text) ?? "unassigned";
}

type ListInput = {
  queues: StoredLead["queue"][];
  ownerId?: string;
  limit: number;
};

/** What a view asks the list for. */
export function listInput(view: LeadView, memberId: string): ListInput {
  const limit = 50;
  if (view === "mine") return { queues: ["assigned"], ownerId: memberId, limit };
  if (view === "open") return { queues: ["unassigned", "assigned"], limit };
  return { queues: [view], limit };
}

type Placed = Pick<StoredLead, "queue" | "ownerId">;

/** Whether a lead, as it is now, belongs in a view: what was just taken leaves at once. */
export function isInView(lead: Placed, view: LeadView, memberId: string): boolean {
  if (view === "mine") return lead.queue === "assigned" && lead.ownerId === memberId;
  if (view === "open") return lead.queue !== "closed";
  return lead.queue === view;
}
