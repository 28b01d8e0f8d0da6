"use client";

import { CircleCheck, CircleDashed, CirclePlay, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import type { CampaignStatus } from "@/domain/campaign-input";

const looks: Record<CampaignStatus, { tone: Tone; Icon: typeof CircleX }> = {
  planned: { tone: "neutral", Icon: CircleDashed },
  running: { tone: "blue", Icon: CirclePlay },
  completed: { tone: "green", Icon: CircleCheck },
  cancelled: { tone: "neutral", Icon: CircleX },
};

/** How far a campaign is. */
export function CampaignStatusBadge({ status }: { status: CampaignStatus }) {
  const t = useTranslations("campaign.status");
  const { tone, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
      {t(status)}
    </Badge>
  );
}
