"use client";

import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import type { LeadParty } from "@/domain/lead-answers";
import { partyOption } from "../../use-party-search";
import type { Conversion } from "./conversion";

type ConvertTwinsProps = {
  twins: readonly LeadParty[];
  draft: Conversion;
  onAttach: (part: Partial<Conversion>) => void;
};

/** Parties that may be the same as those of the lead: one press attaches to them instead. */
export function ConvertTwins({ twins, draft, onAttach }: ConvertTwinsProps) {
  const t = useTranslations("lead.convert");
  const chosen = [draft.customer?.id, draft.contact?.id];
  const offered = twins.filter(({ id }) => !chosen.includes(id)).slice(0, 4);
  if (offered.length === 0) return null;
  return (
    <div className="space-y-2">
      <p className="text-13 text-muted">{t("twins")}</p>
      <div className="flex flex-wrap gap-2">
        {offered.map((party) => (
          <Button
            key={party.id}
            size="sm"
            className="max-w-full"
            icon={<Link2 size={14} />}
            aria-label={t("attach", { name: party.name })}
            onClick={() => onAttach(attach(party, draft))}
          >
            <span className="max-w-64 truncate" title={party.name}>
              {party.name}
            </span>
          </Button>
        ))}
      </div>
    </div>
  );
}

/** A company is the customer; a person the contact, or the customer where the person was alone. */
function attach(party: LeadParty, draft: Conversion): Partial<Conversion> {
  const option = partyOption(party);
  const isAlone = draft.customer?.id === draft.contact?.id;
  if (party.kind === "organization") return { customer: option };
  return isAlone ? { customer: option, contact: option } : { contact: option };
}
