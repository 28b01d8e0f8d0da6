"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { IconButton } from "@/app/_ui/icon-button";
import { SidePanel } from "@/app/_ui/side-panel";
import { canDeleteLead } from "@/domain/access";
import { PanelSkeleton } from "../../board/panel/panel-skeleton";
import { useWorkspace } from "../../workspace-context";
import { LeadBody } from "./lead-body";
import { useLead } from "./use-lead";

type LeadPanelProps = {
  leadId: string;
  now: Date;
  onDelete: (lead: { id: string; name: string }) => void;
  onClose: () => void;
};

/** Everything about one lead, beside the list. */
export function LeadPanel({ leadId, now, onDelete, onClose }: LeadPanelProps) {
  const t = useTranslations("lead.panel");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { accessRole, memberId } = useWorkspace();
  const { lead, error, retry } = useLead(leadId);
  const mayDelete = lead !== undefined && canDeleteLead(accessRole, lead, memberId);
  return (
    <SidePanel
      title={lead?.party.name ?? "…"}
      actions={
        mayDelete && (
          <IconButton
            label={t("delete")}
            icon={<Trash2 size={16} />}
            onClick={() => onDelete({ id: lead.id, name: lead.party.name })}
          />
        )
      }
      onClose={onClose}
    >
      {lead && <LeadBody lead={lead} now={now} />}
      {!lead && !error && <PanelSkeleton />}
      {!lead && error && (
        <ErrorNotice
          className="m-5"
          title={t("unavailable")}
          next={errorText(error)}
          action={<Button onClick={retry}>{actions("retry")}</Button>}
        />
      )}
    </SidePanel>
  );
}
