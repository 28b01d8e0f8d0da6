import type { inferInput } from "@trpc/tanstack-react-query";
import { newId } from "@/app/_realtime/new-id";
import type { useTRPC } from "@/app/_trpc/use-trpc";
import type { ComboboxOption } from "@/app/_ui/field/combobox-field";
import { canonicalDecimal } from "@/domain/decimal";
import type { LeadDetails } from "./use-lead";

/** What the form of a conversion holds. A customer without an id is a company that is new. */
export type Conversion = {
  customer: ComboboxOption | null;
  /** Whether it is about a person, who then may be the contact of a company. */
  hasContact: boolean;
  contact: ComboboxOption | null;
  name: string;
  amount: string | null;
  stageId: string;
  closeOn: string;
  /** Why it is started although the customer is on the blacklist; asked for when it is. */
  blacklistReason: string;
};

export type ConvertInput = inferInput<ReturnType<typeof useTRPC>["lead"]["convert"]>;

/** The company becomes the customer, the person the contact; who is alone is the customer. */
export function firstConversion(lead: LeadDetails, name: string): Conversion {
  const { party, organization } = lead;
  const customer = organization ?? party;
  const hasContact = party.kind === "person";
  return {
    customer: { id: customer.id, label: customer.name },
    hasContact,
    contact: hasContact ? { id: party.id, label: party.name } : null,
    name: name.slice(0, 200),
    amount: null,
    stageId: "",
    closeOn: "",
    blacklistReason: "",
  };
}

type Around = { lead: LeadDetails; stageId: string; currency: string };

/** What is sent; null while something is missing. */
export function conversionOf(draft: Conversion, around: Around): ConvertInput | null {
  const { customer, contact, hasContact, amount, closeOn } = draft;
  const { lead, stageId, currency } = around;
  const name = draft.name.trim();
  const blacklistReason = draft.blacklistReason.trim();
  if (!customer || name === "") return null;
  // A person who is the customer is not their own contact.
  const contactId = hasContact && contact && contact.id !== lead.party.id ? contact.id : null;
  return {
    id: lead.id,
    opportunityId: newId(),
    mutationId: newId(),
    stageId,
    name,
    currency,
    ...(customer.id === "" ? { customerName: customer.label } : { customerId: customer.id }),
    ...(contactId !== null && { contactId }),
    ...(amount !== null && { amount: canonicalDecimal(amount) }),
    ...(closeOn !== "" && { expectedCloseOn: closeOn }),
    ...(blacklistReason !== "" && { blacklistReason }),
  };
}
