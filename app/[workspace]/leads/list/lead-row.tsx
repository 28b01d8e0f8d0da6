"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import { LeadStatusBadge } from "../../lead-status-badge";
import type { Lead } from "../use-leads";

/** The columns of a row where there is room for them: lead, contact, source, age, owner. */
export const rowColumns =
  "@3xl:grid-cols-[minmax(0,2.4fr)_minmax(0,1.7fr)_minmax(0,1fr)_minmax(0,0.9fr)_minmax(7.5rem,1fr)]";

type LeadRowProps = {
  lead: Lead;
  now: Date;
  ownerName: string | undefined;
  isOpen: boolean;
  onOpen: () => void;
  onIntent: () => void;
  /** Left out where the reader may not take leads. */
  onTake: (() => void) | undefined;
};

/** One lead: a click opens it, except on what can be clicked itself. */
export function LeadRow(props: LeadRowProps) {
  const { lead, now, ownerName, isOpen, onOpen, onIntent, onTake } = props;
  const format = useFormat();
  const t = useTranslations("lead");
  const sources = useTranslations("opportunity.sources");
  const { party, organization, source, status, createdAt } = lead;
  return (
    <li
      data-open={isOpen ? "" : undefined}
      onPointerEnter={onIntent}
      className={cx(
        "relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-hairline border-b px-5 py-2.5 transition-colors hover:bg-hover data-open:bg-accent-soft @3xl:min-h-12 @3xl:py-1.5",
        rowColumns,
      )}
    >
      <div className="flex min-w-0 items-center gap-3">
        <Avatar
          name={party.name}
          size="lg"
          decorative
          shape={party.kind === "person" ? "round" : "square"}
        />
        <div className="min-w-0">
          <div className="flex min-w-0 items-center gap-2">
            <button
              type="button"
              data-lead={lead.id}
              onClick={onOpen}
              title={party.name}
              className="truncate rounded-6 text-left font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-6 focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
            >
              {party.name}
            </button>
            {(party.isBlacklisted || organization?.isBlacklisted) && (
              <Ban
                size={14}
                role="img"
                aria-label={t("blacklisted")}
                data-tooltip={t("blacklisted")}
                className="relative z-1 shrink-0 text-red-text"
              />
            )}
            <LeadStatusBadge status={status} />
          </div>
          {organization && (
            <p className="truncate text-13 text-muted" title={organization.name}>
              {organization.name}
            </p>
          )}
        </div>
      </div>
      <ContactLink lead={lead} />
      <span className="truncate text-13 text-muted @max-3xl:hidden">
        {source ? sources(source) : "–"}
      </span>
      <p className="truncate text-13 text-muted @max-3xl:col-start-1 @max-3xl:row-start-3 @max-3xl:pl-11">
        <time
          dateTime={createdAt}
          data-tooltip={format.dateTime(createdAt)}
          className="relative z-1 tabular"
        >
          {format.relative(createdAt, now)}
        </time>
        {source && <span className="@3xl:hidden"> · {sources(source)}</span>}
      </p>
      <div className="@max-3xl:col-start-2 @max-3xl:row-start-1 @max-3xl:row-end-4 @max-3xl:self-center">
        <Owner lead={lead} name={ownerName} onTake={onTake} />
      </div>
    </li>
  );
}

function ContactLink({ lead }: { lead: Lead }) {
  const t = useTranslations("opportunity.people.contacts");
  const place = "@max-3xl:col-start-1 @max-3xl:row-start-2 @max-3xl:pl-11";
  if (!lead.contactPoint) return <span className={cx("text-muted @max-3xl:hidden", place)}>–</span>;
  const { kind, shown, href } = lead.contactPoint;
  return (
    <span className={cx("flex min-w-0", place)}>
      <a
        href={href}
        aria-label={t(kind, { name: lead.party.name, shown })}
        title={shown}
        className="relative z-1 truncate rounded-6 text-13 text-accent-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3"
        {...(kind === "web" && { target: "_blank", rel: "noreferrer" })}
      >
        {shown}
      </a>
    </span>
  );
}

type OwnerProps = { lead: Lead; name: string | undefined; onTake: (() => void) | undefined };

function Owner({ lead, name, onTake }: OwnerProps) {
  const t = useTranslations("lead");
  if (lead.ownerId !== null) {
    const shown = name ?? t("former");
    return (
      <span className="flex min-w-0 items-center gap-2 text-13">
        <Avatar name={shown} decorative />
        <span className="truncate @max-3xl:hidden" title={shown}>
          {shown}
        </span>
        <span className="sr-only @3xl:hidden">{shown}</span>
      </span>
    );
  }
  if (!onTake || lead.queue === "closed") {
    return <span className="text-13 text-muted @max-3xl:sr-only">{t("nobody")}</span>;
  }
  return (
    <Button
      size="sm"
      className="relative z-1"
      data-tooltip-key="T"
      aria-label={t("takeNamed", { name: lead.party.name })}
      onClick={onTake}
    >
      {t("take")}
    </Button>
  );
}
