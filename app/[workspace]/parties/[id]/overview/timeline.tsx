"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { Answer } from "../../../answer/answer";
import { SharedMark } from "../../../answer/shared-mark";
import { kindOf, readType } from "../../../communication-kinds";
import { openAddress } from "../../../open-address";
import { useWorkspace } from "../../../workspace-context";
import { type Opened, useOpened } from "../party-context";
import { Section } from "../section";

/** The last contacts with the party, newest first. */
export function Timeline() {
  const t = useTranslations("party.timeline");
  const { communications } = useOpened().opened;
  return (
    <Section title={t("title")}>
      {communications.length === 0 && <p className="text-13 text-muted">{t("empty")}</p>}
      <ol className="space-y-3">
        {communications.map((one) => (
          <Communication key={one.id} one={one} />
        ))}
      </ol>
    </Section>
  );
}

function Communication({ one }: { one: Opened["communications"][number] }) {
  const t = useTranslations("communication");
  const format = useFormat();
  const { slug } = useWorkspace();
  const { opened, memberName, now } = useOpened();
  // What came by the party's own page was written by them.
  const isTheirs = one.isShared && one.direction === "incoming";
  const author = isTheirs ? opened.party.name : memberName(one.authorId);
  const typeCode = readType(one.typeCode);
  const { Icon } = kindOf(typeCode);
  return (
    <li className="flex gap-3">
      <span className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-muted">
        <Icon size={14} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1 text-13">
        <p className="flex min-h-7 flex-wrap items-center gap-x-1.5 text-muted">
          <span className="font-medium text-text">{author ?? t("someone")}</span>
          {t(`types.${typeCode}`)}
          {one.opportunityId !== null && (
            <Link
              href={openAddress(slug, one.opportunityId)}
              className="rounded-6 text-accent-text hover:underline"
            >
              {one.opportunityName}
            </Link>
          )}
          <time dateTime={one.occurredAt} data-tooltip={format.dateTime(one.occurredAt)}>
            {format.relative(one.occurredAt, now)}
          </time>
          {one.isShared && <SharedMark />}
        </p>
        {one.subject && <p className="wrap-anywhere font-medium text-14">{one.subject}</p>}
        {one.body && (
          <p className="line-clamp-4 wrap-anywhere whitespace-pre-line text-14">{one.body}</p>
        )}
        <Answer communication={one} customer={opened.party.name} />
      </div>
    </li>
  );
}
