"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/app/_ui/icon-button";
import type { ContactPoint } from "@/domain/contact-point";
import { ContactForm } from "../../../contacts/contact-form";
import { partyAddress } from "../../../open-address";
import { useWorkspace } from "../../../workspace-context";
import { ContactPoints } from "./contact-points";
import { PersonRow } from "./person-row";

type PartyRowProps = {
  party: {
    id: string;
    name: string;
    kind: "person" | "organization";
    contactPoints: readonly ContactPoint[];
  };
  /** As for `PersonRow`. */
  facts: readonly (string | null)[];
  contacts: {
    add: (partyId: string, text: string) => Promise<void>;
    remove: (partyId: string, point: ContactPoint) => Promise<void>;
  };
};

/** A party around an opportunity, and how to reach it. */
export function PartyRow({ party, facts, contacts }: PartyRowProps) {
  const t = useTranslations("opportunity.people.contacts");
  const [isAdding, setAdding] = useState(false);
  const { slug } = useWorkspace();
  const { id, name, kind, contactPoints } = party;
  return (
    <PersonRow
      name={name}
      kind={kind}
      facts={facts}
      href={partyAddress(slug, id)}
      action={
        <IconButton
          size="sm"
          label={t("add", { name })}
          icon={<Plus size={16} />}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        />
      }
    >
      {contactPoints.length > 0 && (
        <ContactPoints
          name={name}
          points={contactPoints}
          onRemove={(point) => void contacts.remove(id, point)}
        />
      )}
      {isAdding && (
        <ContactForm
          name={name}
          onSave={(text) => contacts.add(id, text)}
          onClose={() => setAdding(false)}
        />
      )}
    </PersonRow>
  );
}
