"use client";

import { ArrowDownLeft, ArrowUpRight, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { useToast } from "@/app/_ui/toast/use-toast";
import { canDeleteCommunication, canEditCommunication } from "@/domain/access";
import { Answer } from "../../../answer/answer";
import { SharedMark } from "../../../answer/shared-mark";
import { kindOf, readType } from "../../../communication-kinds";
import { useWorkspace } from "../../../workspace-context";
import { CommunicationForm } from "./communication-form";
import type { Communication, CommunicationText } from "./use-communications";

type CommunicationItemProps = {
  item: Communication;
  authorName: string | undefined;
  now: Date;
  onEdit: (text: CommunicationText) => Promise<void>;
  onRemove: () => void;
};

/** One documented contact: who, how, when, and what was said. */
export function CommunicationItem(props: CommunicationItemProps) {
  const { item, authorName, now, onEdit, onRemove } = props;
  const t = useTranslations("communication");
  const toast = useToast();
  const errorText = useErrorText();
  const [editing, setEditing] = useState<CommunicationText | null>(null);
  const text = textOf(item);

  function save(next: CommunicationText) {
    setEditing(null);
    onEdit(next).catch((error: unknown) => {
      // What was typed is not lost: it stands in the form again.
      setEditing(next);
      toast.error(t("editFailed"), errorText(error));
    });
  }

  if (editing) {
    return (
      <li className="rounded-8 bg-sunken p-3">
        <CommunicationForm
          initial={editing}
          submitLabel={t("save")}
          onSubmit={save}
          onCancel={() => setEditing(null)}
        />
      </li>
    );
  }
  const { Icon } = kindOf(text.typeCode);
  return (
    <li className="group/item relative flex gap-3 rounded-8 py-2">
      <span className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-muted">
        <Icon size={14} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <Heading item={item} authorName={authorName} now={now} />
        {item.subject && <p className="mt-0.5 wrap-anywhere font-medium">{item.subject}</p>}
        {item.body && <p className="mt-0.5 wrap-anywhere whitespace-pre-line">{item.body}</p>}
        {item.party && <Answer communication={item} customer={item.party.name} />}
      </div>
      <ItemMenu item={item} onEdit={() => setEditing(text)} onRemove={onRemove} />
    </li>
  );
}

type HeadingProps = Pick<CommunicationItemProps, "item" | "authorName" | "now">;

function Heading({ item, authorName, now }: HeadingProps) {
  const t = useTranslations("communication");
  const format = useFormat();
  const { typeCode, direction } = textOf(item);
  const Arrow = direction === "incoming" ? ArrowDownLeft : ArrowUpRight;
  // What came by the customer's own page was written by them.
  const isTheirs = item.isShared && direction === "incoming" && item.party !== null;
  return (
    <p className="flex min-h-7 flex-wrap items-center gap-x-1.5 pr-8 text-13 text-muted">
      <span className="font-medium text-text">
        {(isTheirs ? item.party?.name : authorName) ?? t("someone")}
      </span>
      <span className="flex items-center gap-1">
        {direction && (
          <Arrow size={12} role="img" aria-label={t(direction)} data-tooltip={t(direction)} />
        )}
        {t(`types.${typeCode}`)}
      </span>
      {item.party && !isTheirs && <span>{t("with", { name: item.party.name })}</span>}
      <time dateTime={item.occurredAt} data-tooltip={format.dateTime(item.occurredAt)}>
        {format.relative(item.occurredAt, now)}
      </time>
      {item.isShared && <SharedMark />}
    </p>
  );
}

type ItemMenuProps = { item: Communication; onEdit: () => void; onRemove: () => void };

function ItemMenu({ item, onEdit, onRemove }: ItemMenuProps) {
  const t = useTranslations("communication");
  const { accessRole, memberId } = useWorkspace();
  // One that is on its way cannot be changed yet.
  if (item.version === 0) return null;
  const entries: MenuEntry[] = [];
  if (canEditCommunication(item, memberId)) {
    entries.push({ label: t("edit"), icon: <Pencil size={16} />, onSelect: onEdit });
  }
  if (canDeleteCommunication(accessRole, item, memberId)) {
    const icon = <Trash2 size={16} />;
    entries.push({ label: t("delete"), icon, danger: true, onSelect: onRemove });
  }
  if (entries.length === 0) return null;
  return (
    <div className="absolute top-2 right-0 opacity-0 focus-within:opacity-100 group-hover/item:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:-top-0.5 pointer-coarse:opacity-100">
      <Menu
        label={t("menu")}
        align="end"
        entries={entries}
        trigger={(props) => (
          <IconButton {...props} size="sm" label={t("menu")} icon={<Ellipsis size={16} />} />
        )}
      />
    </div>
  );
}

function textOf(item: Communication): CommunicationText {
  const { subject, body, occurredAt } = item;
  const direction =
    item.direction === "incoming" || item.direction === "outgoing" ? item.direction : null;
  return { typeCode: readType(item.typeCode), direction, subject, body, occurredAt };
}
