"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Subscription } from "@/domain/contact-list-answers";
import { SubscriptionBadge } from "../subscription-badge";

/** The columns of a row where there is room for them: who, address, state, since when. */
export const rowColumns =
  "@3xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1.5fr)_9rem_minmax(7rem,0.6fr)]";

type SubscriptionRowProps = {
  subscription: Subscription;
  now: Date;
  isOpen: boolean;
  onOpen: () => void;
  onIntent: () => void;
};

/** One who stands on the list: a click opens what they consented to. */
export function SubscriptionRow(props: SubscriptionRowProps) {
  const { subscription, now, isOpen, onOpen, onIntent } = props;
  const format = useFormat();
  const t = useTranslations("contactList");
  const { party, status, email, since } = subscription;
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
        <button
          type="button"
          onClick={onOpen}
          title={party.name}
          className="truncate rounded-6 text-left font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-6 focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
        >
          {party.name}
        </button>
      </div>
      <span className="flex min-w-0 @max-3xl:row-start-2 @max-3xl:pl-11">
        <a
          href={`mailto:${email}`}
          title={email}
          className="relative z-1 truncate rounded-6 text-13 text-accent-text hover:underline pointer-coarse:-my-3.5 pointer-coarse:py-3.5"
        >
          {email}
        </a>
      </span>
      <span className="flex @max-3xl:col-start-2 @max-3xl:row-start-1 @max-3xl:justify-end">
        <SubscriptionBadge status={status} isBlacklisted={party.isBlacklisted} />
      </span>
      <p className="truncate text-13 text-muted @max-3xl:row-start-2 @max-3xl:text-right">
        <span className="sr-only">{t("columns.since")} </span>
        <time
          dateTime={since}
          data-tooltip={format.dateTime(since)}
          className="relative z-1 tabular"
        >
          {format.relative(since, now)}
        </time>
      </p>
    </li>
  );
}
