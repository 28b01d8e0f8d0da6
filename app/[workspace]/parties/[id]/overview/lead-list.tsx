"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { LeadStatusBadge } from "../../../lead-status-badge";
import { useWorkspace } from "../../../workspace-context";
import { useOpened } from "../party-context";
import { Section } from "../section";

/** The leads of the party that the reader may see, open ones first; nothing where there is none. */
export function LeadList() {
  const t = useTranslations("lead");
  const format = useFormat();
  const { slug } = useWorkspace();
  const { opened, now, memberName } = useOpened();
  const { leads } = opened;
  if (leads.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul className="divide-y divide-hairline">
        {leads.map((lead) => (
          <li
            key={lead.id}
            className="relative flex min-h-11 flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5 hover:bg-hover"
          >
            <Link
              href={`/${slug}/leads?lead=${lead.id}` as Route}
              className="min-w-40 flex-1 wrap-anywhere rounded-6 after:absolute after:inset-0"
            >
              {lead.note ?? t("title")}
            </Link>
            <LeadStatusBadge status={lead.status} />
            <span className="text-12 text-muted">{memberName(lead.ownerId) ?? t("nobody")}</span>
            <time dateTime={lead.createdAt} className="text-12 text-muted">
              {format.relative(lead.createdAt, now)}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  );
}
