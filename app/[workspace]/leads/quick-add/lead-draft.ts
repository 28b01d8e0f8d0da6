import type { inferInput } from "@trpc/tanstack-react-query";
import { newId } from "@/app/_realtime/new-id";
import type { useTRPC } from "@/app/_trpc/use-trpc";
import { leadSourceCodes } from "@/domain/lead-source";
import type { TypedParty } from "../../use-likely-parties";

/** What the form holds, as typed. */
type LeadDraft = {
  name: string;
  kind: "person" | "organization";
  /** Somebody known whose lead it is; empty for whoever has the name, or nobody yet. */
  partyId: string;
  companyName: string;
  companyId: string;
  contact: string;
  source: string;
  note: string;
  teamId: string;
  isMine: boolean;
};

type AddInput = inferInput<ReturnType<typeof useTRPC>["lead"]["add"]>;

export const emptyLead = (): LeadDraft => ({
  name: "",
  kind: "person",
  partyId: "",
  companyName: "",
  companyId: "",
  contact: "",
  source: "",
  note: "",
  teamId: "",
  isMine: false,
});

/** Whom it is about, so far as somebody known may be meant. */
export function typedPerson({ kind, name, contact }: LeadDraft): TypedParty {
  return { kind, name, contacts: [contact] };
}

/** The name of a company that may be known; nothing where it was chosen, or belongs to no person. */
export function companyToFind({ kind, companyId, companyName }: LeadDraft): string | undefined {
  return kind === "person" && companyId === "" ? companyName : undefined;
}

type Around = { memberId: string; timeZone: string };

/** What is sent; null while the name is missing. */
export function leadOf(draft: LeadDraft, { memberId, timeZone }: Around): AddInput | null {
  const name = draft.name.trim();
  if (name === "") return null;
  const companyName = draft.kind === "person" ? draft.companyName.trim() : "";
  const contact = draft.contact.trim();
  const note = draft.note.trim();
  const source = leadSourceCodes.find((code) => code === draft.source);
  return {
    id: newId(),
    mutationId: newId(),
    name,
    kind: draft.kind,
    timeZone,
    ...(draft.partyId !== "" && { partyId: draft.partyId }),
    ...(companyName !== "" && { companyName }),
    ...(companyName !== "" && draft.companyId !== "" && { companyId: draft.companyId }),
    ...(contact !== "" && { contact }),
    ...(note !== "" && { note }),
    ...(source !== undefined && { source }),
    ...(draft.teamId !== "" && { teamId: draft.teamId }),
    ...(draft.isMine && { ownerId: memberId }),
  };
}
