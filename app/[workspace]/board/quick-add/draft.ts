import type { NewOpportunity } from "@/app/_realtime/board-mutations";

/** What is typed in the form; a customer without an id is to be found by name, or made. */
export type Draft = {
  customer: { id: string; label: string } | null;
  kind: "organization" | "person";
  name: string;
  amount: string | null;
  currency: string;
  /** Why it is started although the customer is on the blacklist. */
  blacklistReason?: string;
};

export function emptyDraft(currency: string): Draft {
  return { customer: null, kind: "organization", name: "", amount: null, currency };
}

export function isNewCustomer({ customer }: Draft): boolean {
  return customer?.id === "";
}

/** Where a new opportunity goes; without a team everybody in the workspace sees it. */
export type Place = { stageId: string; ownerId: string; teamId: string | null };

/** The opportunity that a draft describes, named like its customer unless it has a name. */
export function opportunityOf(draft: Draft, place: Place): NewOpportunity | null {
  const { customer, kind, amount, currency } = draft;
  if (!customer) return null;
  const name = draft.name.trim() || customer.label;
  const said =
    draft.blacklistReason === undefined ? {} : { blacklistReason: draft.blacklistReason };
  const common = { ...place, ...said, name, amount, currency };
  return isNewCustomer(draft)
    ? { ...common, customerName: customer.label, customerKind: kind }
    : { ...common, customerId: customer.id };
}
