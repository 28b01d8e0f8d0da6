import type { inferInput } from "@trpc/tanstack-react-query";
import { newId } from "@/app/_realtime/new-id";
import type { useTRPC } from "@/app/_trpc/use-trpc";
import type { ComboboxOption } from "@/app/_ui/field/combobox-field";

/** Roles that people think of when they write somebody down; the page of the party has all. */
export const firstRoles = ["CUSTOMER", "PROSPECT", "SUPPLIER", "PARTNER", "COMPETITOR"] as const;

/** What the form holds, as typed; a company without an id is to be found by name, or made. */
export type NewPartyDraft = {
  kind: "person" | "organization";
  name: string;
  contacts: readonly string[];
  role: string;
  company: ComboboxOption | null;
};

type AddInput = inferInput<ReturnType<typeof useTRPC>["party"]["add"]>;

/** `text` is what somebody looked for in vain: a name, or an address. */
export function draftOf(text = ""): NewPartyDraft {
  const isContact = /@|^[-+\d()/.\s]{5,}$/.test(text);
  return {
    kind: "person",
    name: isContact ? "" : text,
    contacts: [isContact ? text : ""],
    role: "",
    company: null,
  };
}

/** What is sent; null while the name is missing. */
export function newPartyOf(draft: NewPartyDraft, timeZone: string): AddInput | null {
  const name = draft.name.trim();
  if (name === "") return null;
  return {
    id: newId(),
    mutationId: newId(),
    kind: draft.kind,
    name,
    contacts: draft.contacts.map((text) => text.trim()).filter((text) => text !== ""),
    timeZone,
    ...(draft.role !== "" && { role: draft.role }),
    ...(draft.kind === "person" && companyOf(draft.company)),
  };
}

function companyOf(company: ComboboxOption | null) {
  if (!company) return {};
  return company.id === "" ? { companyName: company.label } : { companyId: company.id };
}
