import type { ToldField } from "./history/history-facts";

/** The label of a field, in `opportunity.fields`. */
export const labelOf = {
  stageId: "stage",
  name: "name",
  customerId: "customer",
  contactId: "contact",
  ownerId: "owner",
  teamId: "team",
  isPrivate: "private",
  amount: "amount",
  currency: "currency",
  probability: "probability",
  expectedCloseOn: "expectedCloseOn",
  nextStep: "nextStep",
  nextStepOn: "nextStepOn",
  source: "source",
  campaignId: "campaign",
  lostReason: "lostReason",
} as const satisfies Record<ToldField, string>;
