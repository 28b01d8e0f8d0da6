"use client";

import { ChevronLeft, Pencil, Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { Button } from "@/app/_ui/button";
import { buttonStyle } from "@/app/_ui/button-style";
import { IconButton } from "@/app/_ui/icon-button";
import { PageHeader } from "@/app/_ui/page-header";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { LiveMark } from "../../parties/live-mark";
import { useWorkspace } from "../../workspace-context";
import { CampaignStatusBadge } from "../campaign-status-badge";

type CampaignHeaderProps = {
  campaign: CampaignDetails;
  connection: LiveConnection;
  /** Each is left out where the reader may not, or it was sent. */
  onEdit: (() => void) | undefined;
  onSend: (() => void) | undefined;
};

/** Which campaign it is, how far, and what can be done with it. */
export function CampaignHeader({ campaign, connection, onEdit, onSend }: CampaignHeaderProps) {
  const t = useTranslations("campaign");
  const { slug } = useWorkspace();
  return (
    <PageHeader
      title={campaign.name}
      leading={
        <Link
          href={`/${slug}/campaigns`}
          aria-label={t("toCampaigns")}
          data-tooltip={t("toCampaigns")}
          className={buttonStyle("ghost", "md", true)}
        >
          <ChevronLeft size={18} />
        </Link>
      }
      views={<CampaignStatusBadge status={campaign.status} />}
      people={<LiveMark connection={connection} wordClassName="max-lg:sr-only" />}
      action={
        <>
          {onEdit && <IconButton label={t("edit")} icon={<Pencil size={16} />} onClick={onEdit} />}
          {onSend && (
            <Button variant="primary" icon={<Send size={16} />} onClick={onSend}>
              {t("send.action")}
            </Button>
          )}
        </>
      }
    />
  );
}
