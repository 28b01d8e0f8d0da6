import type { ContactList } from "@/domain/contact-list-answers";
import type { SubscriptionStatus } from "@/domain/subscription-input";

export const subscriptionViews = ["all", "accepted", "pending", "ended"] as const;
export type SubscriptionView = (typeof subscriptionViews)[number];

/** The search parameters of the page. */
export const viewParameter = "view";
export const textParameter = "q";
export const openParameter = "subscription";

export function readView(text: string | null): SubscriptionView {
  return subscriptionViews.find((view) => view === text) ?? "all";
}

const statuses: Record<SubscriptionView, readonly SubscriptionStatus[]> = {
  all: ["pending", "accepted", "rejected", "invalid", "unsubscribed"],
  accepted: ["accepted"],
  pending: ["pending"],
  ended: ["rejected", "invalid", "unsubscribed"],
};

/** What a view of a list asks for, with words to look for. */
export function subscriptionInput(listId: string, view: SubscriptionView, text: string) {
  return {
    listId,
    ...(view !== "all" && { statuses: [...statuses[view]] }),
    ...(text !== "" && { text }),
  };
}

export function countOf(view: SubscriptionView, counts: ContactList["counts"]): number {
  return statuses[view].reduce((total, status) => total + counts[status], 0);
}
