"use client";

import { Archive, ArchiveRestore, Ban, Ellipsis, Pencil, UserPlus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import type { ContactList } from "@/domain/contact-list-answers";
import { textIn } from "@/domain/localized-text";
import { useWorkspace } from "../workspace-context";

/** The columns of a row where there is room for them: list, kind, confirmed, waiting, menu. */
export const rowColumns =
  "@3xl:grid-cols-[minmax(0,1fr)_8rem_7rem_7rem_var(--control-md)] pointer-coarse:@3xl:grid-cols-[minmax(0,1fr)_8rem_7rem_7rem_2.75rem]";

type ContactListRowProps = {
  list: ContactList;
  /** Left out where the reader may not change lists. */
  onEdit: (() => void) | undefined;
  onArchive: () => void;
  onRestore: () => void;
};

/** One list: a click opens who stands on it. */
export function ContactListRow({ list, onEdit, onArchive, onRestore }: ContactListRowProps) {
  const t = useTranslations("contactList");
  const { slug } = useWorkspace();
  const locale = useLocale();
  const name = textIn(list.names, locale);
  const description = list.descriptions && textIn(list.descriptions, locale);
  const { accepted, pending, leftOut } = list.counts;
  return (
    <li
      data-list={list.id}
      className={cx(
        "relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-hairline border-b px-5 py-3 transition-colors hover:bg-hover @3xl:min-h-14 @3xl:py-2",
        rowColumns,
      )}
    >
      <div className="min-w-0">
        <div className="flex min-w-0 items-center gap-2">
          <Link
            href={`/${slug}/lists/${list.id}`}
            title={name}
            className="truncate rounded-6 font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-6 focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
          >
            {name}
          </Link>
          {list.isOffered && (
            <span className="relative z-1 flex" data-tooltip={t("offeredTip")}>
              <Badge tone="blue" icon={<UserPlus size={12} aria-hidden="true" />}>
                {t("offered")}
              </Badge>
            </span>
          )}
        </div>
        {description && (
          <p className="truncate text-13 text-muted" title={description}>
            {description}
          </p>
        )}
      </div>
      <span className="truncate text-13 text-muted @max-3xl:hidden">{t(`kinds.${list.kind}`)}</span>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 @max-3xl:col-start-1 @max-3xl:row-start-2 @3xl:contents">
        <span className="text-13 text-muted @3xl:hidden">{t(`kinds.${list.kind}`)}</span>
        <Count label={t("counts.accepted")} value={accepted} />
        <span className="flex flex-col @3xl:items-end">
          <Count label={t("counts.pending")} value={pending} />
          {leftOut > 0 && (
            <span className="flex items-center gap-1 text-12 text-red-text">
              <Ban size={12} aria-hidden="true" />
              {t("counts.leftOut", { count: leftOut })}
            </span>
          )}
        </span>
      </div>
      <div className="relative z-1 @max-3xl:col-start-2 @max-3xl:row-start-1 @max-3xl:row-end-3">
        {onEdit && <RowMenu name={name} entries={entriesOf(list)} />}
      </div>
    </li>
  );

  function entriesOf({ archivedAt }: ContactList): MenuEntry[] {
    if (archivedAt !== null) {
      return [{ label: t("restore"), icon: <ArchiveRestore size={16} />, onSelect: onRestore }];
    }
    return [
      { label: t("edit"), icon: <Pencil size={16} />, onSelect: () => onEdit?.() },
      { label: t("archive"), icon: <Archive size={16} />, onSelect: onArchive },
    ];
  }
}

/** A number under the head of its column; on phones with its word. */
function Count({ label, value }: { label: string; value: number }) {
  const format = useFormat();
  return (
    <span className="text-13 tabular @3xl:text-right">
      {format.decimal(String(value))} <span className="text-muted @3xl:sr-only">{label}</span>
    </span>
  );
}

function RowMenu({ name, entries }: { name: string; entries: readonly MenuEntry[] }) {
  const t = useTranslations("contactList");
  return (
    <Menu
      label={t("menu", { name })}
      align="end"
      entries={entries}
      trigger={(props) => (
        <IconButton {...props} label={t("menu", { name })} icon={<Ellipsis size={16} />} />
      )}
    />
  );
}
