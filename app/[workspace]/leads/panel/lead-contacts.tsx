"use client";

import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { IconButton } from "@/app/_ui/icon-button";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { ContactPoint } from "@/domain/contact-point";
import { ContactPoints } from "../../board/panel/people/contact-points";
import { ContactForm } from "../../contacts/contact-form";
import { useWorkspace } from "../../workspace-context";
import { useLeadActions } from "../use-lead-actions";
import { LeadNames } from "./lead-names";
import type { LeadDetails } from "./use-lead";

/** How the person and the company of a lead are called and reached. */
export function LeadContacts({ lead }: { lead: LeadDetails }) {
  const t = useTranslations("lead.panel");
  const { party, organization, contactPoints, companyContactPoints } = lead;
  return (
    <section aria-label={t("contacts")} className="space-y-3 border-hairline border-t px-5 py-4">
      <Party party={party} points={contactPoints} />
      {organization && <Party party={organization} points={companyContactPoints} />}
    </section>
  );
}

type PartyProps = { party: LeadDetails["party"]; points: readonly ContactPoint[] };

function Party({ party, points }: PartyProps) {
  const t = useTranslations("opportunity.people.contacts");
  const lead = useTranslations("lead.panel");
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { timeZone } = useWorkspace();
  const { readAnew } = useLeadActions();
  const [isAdding, setAdding] = useState(false);
  const [isRenaming, setRenaming] = useState(false);

  async function add(text: string) {
    const ids = { id: newId(), mutationId: newId(), partyId: party.id };
    await client.contactPoint.add.mutate({ ...ids, text, timeZone });
    await readAnew();
  }

  async function remove({ id, kind, value, shown }: ContactPoint) {
    try {
      await client.contactPoint.remove.mutate({ id });
      toast.undoable(t("removed", { shown }), () => {
        // Of a number only what is shown says its extension, too.
        add(kind === "phone" ? shown : value).catch((error: unknown) =>
          toast.error(t("addFailed", { shown }), errorText(error)),
        );
      });
    } catch (error) {
      toast.error(t("removeFailed", { shown }), errorText(error));
    }
    await readAnew();
  }

  return (
    <div>
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-medium text-13" title={party.name}>
          {party.name}
        </h3>
        <IconButton
          size="sm"
          label={lead("rename", { name: party.name })}
          icon={<Pencil size={14} />}
          aria-expanded={isRenaming}
          onClick={() => setRenaming(!isRenaming)}
        />
        <IconButton
          size="sm"
          label={t("add", { name: party.name })}
          icon={<Plus size={16} />}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        />
      </div>
      {isRenaming && <LeadNames partyId={party.id} onClose={() => setRenaming(false)} />}
      {points.length > 0 && (
        <ContactPoints name={party.name} points={points} onRemove={(point) => void remove(point)} />
      )}
      {points.length === 0 && !isAdding && (
        <p className="text-13 text-muted">{lead("noContacts")}</p>
      )}
      {isAdding && <ContactForm name={party.name} onSave={add} onClose={() => setAdding(false)} />}
    </div>
  );
}
