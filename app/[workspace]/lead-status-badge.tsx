"use client";

import { Ban, CircleCheck, CircleDashed, CircleDot, Sparkle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import type { LeadStatus } from "@/domain/lead-input";

const looks: Record<LeadStatus, { tone: Tone; Icon: typeof Ban }> = {
  new: { tone: "blue", Icon: Sparkle },
  working: { tone: "amber", Icon: CircleDashed },
  qualified: { tone: "green", Icon: CircleDot },
  disqualified: { tone: "neutral", Icon: Ban },
  converted: { tone: "accent", Icon: CircleCheck },
};

/** How far a lead is. */
export function LeadStatusBadge({ status }: { status: LeadStatus }) {
  const t = useTranslations("lead.status");
  const { tone, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
      {t(status)}
    </Badge>
  );
}
