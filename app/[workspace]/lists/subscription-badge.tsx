"use client";

import { Ban, CircleCheck, CircleDashed, CircleX, MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import type { SubscriptionStatus } from "@/domain/subscription-input";

const looks: Record<SubscriptionStatus, { tone: Tone; Icon: typeof Ban }> = {
  pending: { tone: "amber", Icon: CircleDashed },
  accepted: { tone: "green", Icon: CircleCheck },
  rejected: { tone: "neutral", Icon: CircleX },
  invalid: { tone: "red", Icon: MailX },
  unsubscribed: { tone: "neutral", Icon: CircleX },
};

type SubscriptionBadgeProps = { status: SubscriptionStatus; isBlacklisted: boolean };

/** How somebody stands on a list; whoever is blacklisted is left out, whatever they said. */
export function SubscriptionBadge({ status, isBlacklisted }: SubscriptionBadgeProps) {
  const t = useTranslations("contactList");
  const { tone, Icon } = looks[status];
  const isLeftOut = isBlacklisted && (status === "pending" || status === "accepted");
  if (isLeftOut) {
    return (
      <Badge tone="red" icon={<Ban size={12} aria-hidden="true" />}>
        {t("leftOut")}
      </Badge>
    );
  }
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
      {t(`status.${status}`)}
    </Badge>
  );
}
