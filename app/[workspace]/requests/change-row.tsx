"use client";

import { Ban } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ShownChange } from "@/domain/customer-request-answers";
import { partyAddress } from "../open-address";
import { useWorkspace } from "../workspace-context";
import { ChangeValues } from "./change-values";
import { useChangeWords } from "./use-change-words";

/** The columns of a row where there is room for them: who and when, old and new, the rest. */
export const rowColumns = "@3xl:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_16rem] @3xl:items-start";

type ChangeRowProps = {
  change: ShownChange;
  now: Date;
  /** False where everything is about the same party. */
  isNamed: boolean;
  /** What can be done with it, or what became of it. */
  children: ReactNode;
};

/** One correction of a customer: whose, of what, when, and from what to what. */
export function ChangeRow({ change, now, isNamed, children }: ChangeRowProps) {
  const format = useFormat();
  const { what } = useChangeWords();
  return (
    <li
      data-change={change.id}
      className={`grid gap-x-6 gap-y-2 border-hairline border-b px-5 py-3 last:border-b-0 ${rowColumns}`}
    >
      <div className="min-w-0">
        {isNamed && <PartyLink party={change.party} />}
        <p className={isNamed ? "text-13 text-muted" : "font-medium"}>{what(change)}</p>
        <time
          dateTime={change.createdAt}
          data-tooltip={format.dateTime(change.createdAt)}
          className="text-12 text-muted"
        >
          {format.relative(change.createdAt, now)}
        </time>
      </div>
      <ChangeValues change={change} />
      <div className="flex flex-wrap gap-2 @3xl:justify-end">{children}</div>
    </li>
  );
}

export function PartyLink({ party }: { party: ShownChange["party"] }) {
  const t = useTranslations("party.relations");
  const { slug } = useWorkspace();
  return (
    <Link
      href={partyAddress(slug, party.id)}
      className="inline-flex max-w-full items-center gap-1.5 rounded-6 font-medium hover:underline pointer-coarse:min-h-11"
    >
      <span className="truncate" title={party.name}>
        {party.name}
      </span>
      {party.isBlacklisted && (
        <Ban
          size={14}
          role="img"
          aria-label={t("blacklisted")}
          data-tooltip={t("blacklisted")}
          className="shrink-0 text-red-text"
        />
      )}
    </Link>
  );
}
