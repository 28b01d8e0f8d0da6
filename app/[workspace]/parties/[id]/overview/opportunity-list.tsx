"use client";

import { CalendarDays } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/use-format";
import { openAddress } from "../../../open-address";
import { useWorkspace } from "../../../workspace-context";
import { type Opened, useOpened } from "../party-context";
import { Section } from "../section";

type Opportunity = Opened["opportunities"][number];

const tones: Readonly<Record<Opportunity["stageKind"], Tone>> = {
  open: "neutral",
  won: "green",
  lost: "red",
};

/** The opportunities with the party that the reader may see, open ones first. */
export function OpportunityList() {
  const t = useTranslations("party.opportunities");
  const { opportunities } = useOpened().opened;
  const open = opportunities.filter(({ stageKind }) => stageKind === "open").length;
  return (
    <Section title={t("title", { open, count: opportunities.length })}>
      {opportunities.length === 0 && <p className="text-13 text-muted">{t("empty")}</p>}
      <ul className="divide-y divide-hairline">
        {opportunities.map((one) => (
          <OpportunityItem key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function OpportunityItem({ one }: { one: Opportunity }) {
  const t = useTranslations("party.opportunities");
  const format = useFormat();
  const { slug } = useWorkspace();
  const { memberName, now } = useOpened();
  const owner = memberName(one.ownerId);
  return (
    <li className="relative flex min-h-11 flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5 hover:bg-hover">
      <Link
        href={openAddress(slug, one.id)}
        className="min-w-40 flex-1 wrap-anywhere rounded-6 font-medium after:absolute after:inset-0"
      >
        {one.name}
      </Link>
      <Badge tone={tones[one.stageKind]}>{one.stageName}</Badge>
      {one.expectedCloseOn !== null && one.stageKind === "open" && (
        <span className="flex items-center gap-1 text-12 text-muted">
          <CalendarDays size={12} role="img" aria-label={t("closesOn")} />
          {format.shortDay(one.expectedCloseOn, now)}
        </span>
      )}
      {owner !== null && <span className="text-12 text-muted">{owner}</span>}
      <span className="tabular ml-auto text-right text-13">
        {one.amount === null ? "–" : format.money(one.amount, one.currency, { trim: true })}
      </span>
    </li>
  );
}
