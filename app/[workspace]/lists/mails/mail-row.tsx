"use client";

import { CircleCheck, CircleDashed, CircleHelp, CircleX, MailX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/app/_ui/badge";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Mail } from "@/domain/mail-answers";
import { partyAddress } from "../../open-address";
import { useWorkspace } from "../../workspace-context";

/** The columns of a row where there is room for them: to whom, what, state, when. */
export const rowColumns =
  "@3xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1.2fr)_minmax(0,1.2fr)_minmax(7rem,0.6fr)]";

const looks: Record<Mail["status"], { tone: Tone; Icon: typeof MailX }> = {
  queued: { tone: "amber", Icon: CircleDashed },
  sending: { tone: "amber", Icon: CircleDashed },
  sent: { tone: "green", Icon: CircleCheck },
  unsure: { tone: "amber", Icon: CircleHelp },
  refused: { tone: "red", Icon: MailX },
  bounced: { tone: "red", Icon: MailX },
  cancelled: { tone: "neutral", Icon: CircleX },
};

/** One mail: to whom, what it was, and what became of it. */
export function MailRow({ mail, now }: { mail: Mail; now: Date }) {
  const t = useTranslations("contactList.mails");
  const format = useFormat();
  const { slug } = useWorkspace();
  const { recipient, template, status, isRepeated, lastError, createdAt, party } = mail;
  const { tone, Icon } = looks[status];
  return (
    <li
      className={cx(
        "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-hairline border-b px-5 py-2.5 @3xl:min-h-12 @3xl:py-1.5",
        rowColumns,
      )}
    >
      <div className="min-w-0">
        <p className="truncate font-medium" title={recipient}>
          {recipient}
        </p>
        {party && (
          <Link
            href={partyAddress(slug, party.id)}
            title={party.name}
            className="block w-fit max-w-full truncate rounded-6 text-13 text-accent-text hover:underline pointer-coarse:py-3"
          >
            {party.name}
          </Link>
        )}
      </div>
      <span className="min-w-0 text-13 @max-3xl:col-span-2">{t(`templates.${template}`)}</span>
      <div className="min-w-0 @max-3xl:col-start-2 @max-3xl:row-start-1 @max-3xl:justify-self-end">
        <Badge tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
          {t(`status.${status}`)}
        </Badge>
      </div>
      <p className="text-13 text-muted">
        <time dateTime={createdAt} data-tooltip={format.dateTime(createdAt)} className="tabular">
          {format.relative(createdAt, now)}
        </time>
      </p>
      {(lastError || isRepeated) && (
        <p className="col-span-full text-pretty text-12 text-muted wrap-anywhere">
          {isRepeated && t("repeated")} {lastError && t("error", { text: lastError })}
        </p>
      )}
    </li>
  );
}
