"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ColumnKey } from "./columns";
import { useListWords } from "./list-context";
import type { PartyRow } from "./rows";

/** What stands in a column of a row. Links are lifted above the one that covers the row. */
export function Cell({ column, row, tabIndex }: CellProps & { column: ColumnKey }) {
  const Content = contents[column];
  return <Content row={row} tabIndex={tabIndex} />;
}

type CellProps = { row: PartyRow; tabIndex: 0 | -1 };

const contents: Record<ColumnKey, (props: CellProps) => ReactNode> = {
  roles: Roles,
  owner: Owner,
  phone: ({ row, tabIndex }) => <Reach point={row.phone} tabIndex={tabIndex} />,
  email: ({ row, tabIndex }) => <Reach point={row.email} tabIndex={tabIndex} />,
  town: ({ row }) => <Words text={row.town ?? ""} />,
  classes: Classes,
  opportunities: Opportunities,
  status: Status,
  source: Source,
  created: ({ row }) => <Moment at={row.createdAt} />,
  changed: ({ row }) => <Moment at={row.updatedAt} />,
};

function Words({ text }: { text: string }) {
  return (
    <span className="block truncate text-13 text-muted" title={text}>
      {text}
    </span>
  );
}

function Roles({ row }: CellProps) {
  const { roleName } = useListWords();
  return <Words text={row.roles.map(roleName).join(", ")} />;
}

function Classes({ row }: CellProps) {
  const { className } = useListWords();
  // The blacklist has its own mark beside the name.
  const others = row.classes.filter((code) => code !== "BLACKLIST");
  return <Words text={others.map(className).join(", ")} />;
}

function Source({ row }: CellProps) {
  const { sourceName } = useListWords();
  return <Words text={sourceName(row.source)} />;
}

function Status({ row }: CellProps) {
  const t = useTranslations("party.status");
  return <Words text={t(row.status)} />;
}

function Owner({ row }: CellProps) {
  const { memberName } = useListWords();
  const name = memberName(row.ownerId);
  if (name === undefined) return null;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar name={name} size="sm" decorative />
      <Words text={name} />
    </span>
  );
}

function Reach({ point, tabIndex }: { point: PartyRow["phone"]; tabIndex: 0 | -1 }) {
  if (!point) return null;
  return (
    <a
      href={point.href}
      tabIndex={tabIndex}
      title={point.shown}
      className="relative z-1 block w-fit max-w-full truncate rounded-4 text-13 text-muted tabular hover:text-accent-text hover:underline pointer-coarse:py-3"
    >
      {point.shown}
    </a>
  );
}

function Opportunities({ row }: CellProps) {
  const t = useTranslations("partyList.cells");
  const count = row.openOpportunities;
  if (count === 0) return null;
  return (
    <span className="block text-right text-13 tabular" data-tooltip={t("opportunities", { count })}>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("opportunities", { count })}</span>
    </span>
  );
}

function Moment({ at }: { at: string }) {
  const format = useFormat();
  const { now } = useListWords();
  return (
    <span
      className="relative z-1 block w-fit max-w-full truncate text-13 text-muted tabular"
      data-tooltip={format.dateTime(at)}
    >
      {format.relative(at, now)}
    </span>
  );
}

/** Beside the name: what nobody may overlook. */
export function Marks({ row }: { row: PartyRow }) {
  const t = useTranslations("party");
  return (
    <>
      {row.isBlacklisted && (
        <Badge tone="red" icon={<Ban size={12} aria-hidden="true" />}>
          {t("blacklist.badge")}
        </Badge>
      )}
      {row.status === "inactive" && <Badge>{t("status.inactive")}</Badge>}
    </>
  );
}
