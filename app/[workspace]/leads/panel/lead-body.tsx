"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import { LinkButton } from "@/app/_ui/link-button";
import { canEditPipeline } from "@/domain/access";
import { LeadStatusBadge } from "../../lead-status-badge";
import { openAddress } from "../../open-address";
import { useWorkspace } from "../../workspace-context";
import { useLeadPeople } from "../use-lead-people";
import { ConvertForm } from "./convert-form";
import { LeadContacts } from "./lead-contacts";
import { LeadFields } from "./lead-fields";
import { LeadSteps } from "./lead-steps";
import { LeadTimeline } from "./lead-timeline";
import type { LeadDetails } from "./use-lead";

type LeadBodyProps = { lead: LeadDetails; now: Date };

/** What is known of a lead, what can be done with it, and what was said. */
export function LeadBody({ lead, now }: LeadBodyProps) {
  const { accessRole } = useWorkspace();
  const [isConverting, setConverting] = useState(false);
  const canEdit = canEditPipeline(accessRole);
  const isOpen = lead.queue !== "closed";
  return (
    <>
      <div className="space-y-4 px-5 py-4">
        <Origin lead={lead} now={now} />
        {lead.status === "converted" && <Became opportunityId={lead.opportunityId} />}
        {isOpen && isConverting && (
          <ConvertForm key={lead.id} lead={lead} onClose={() => setConverting(false)} />
        )}
        {canEdit && lead.status !== "converted" && !isConverting && (
          <LeadSteps key={lead.id} lead={lead} onConvert={() => setConverting(true)} />
        )}
        <LeadFields key={`fields ${lead.id}`} lead={lead} disabled={!canEdit} />
      </div>
      <LeadContacts lead={lead} />
      <LeadTimeline key={`timeline ${lead.id}`} lead={lead} now={now} />
    </>
  );
}

function Origin({ lead, now }: LeadBodyProps) {
  const t = useTranslations("lead.panel");
  const format = useFormat();
  const { nameOf } = useLeadPeople();
  const when = format.relative(lead.createdAt, now);
  const name = nameOf(lead.createdById);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-muted">
      <LeadStatusBadge status={lead.status} />
      {lead.organization && (
        <span className="wrap-anywhere text-text">
          {t("at", { company: lead.organization.name })}
        </span>
      )}
      <time dateTime={lead.createdAt} data-tooltip={format.dateTime(lead.createdAt)}>
        {name ? t("addedBy", { when, name }) : t("added", { when })}
      </time>
      {lead.disqualifiedReason && (
        <p className="w-full wrap-anywhere text-text">
          {t("because", { reason: lead.disqualifiedReason })}
        </p>
      )}
    </div>
  );
}

function Became({ opportunityId }: { opportunityId: string | null }) {
  const t = useTranslations("lead.panel");
  const { slug } = useWorkspace();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-8 bg-sunken px-3 py-2.5">
      <p>{t("becameOpportunity")}</p>
      {opportunityId && (
        <LinkButton href={openAddress(slug, opportunityId)} icon={<ArrowRight size={16} />}>
          {t("toOpportunity")}
        </LinkButton>
      )}
    </div>
  );
}
