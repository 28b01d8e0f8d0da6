"use client";

import { Ban, MessageSquareText, SquareKanban, UserSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { cx } from "@/app/_ui/cx";
import { highlight } from "./highlight";
import type { Row } from "./use-rows";

type ResultRowProps = {
  row: Row;
  domId: string;
  words: readonly string[];
  isActive: boolean;
  onPoint: () => void;
  onGo: () => void;
};

/** One thing found: a link, so that every way of opening links works, and an option of the list. */
export function ResultRow({ row, domId, words, isActive, onPoint, onGo }: ResultRowProps) {
  function click(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onGo();
  }
  return (
    <a
      id={domId}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      href={row.href}
      onClick={click}
      onPointerMove={onPoint}
      className={cx(
        "flex min-h-12 select-none items-center gap-3 rounded-8 px-2.5 py-1.5",
        isActive && "bg-pressed/70",
      )}
    >
      <RowIcon row={row} />
      <span className="min-w-0 flex-1">
        <span className="block truncate" dir="auto" title={row.title}>
          <Marked text={row.title} words={words} />
        </span>
        <span className="line-clamp-2 text-12 text-muted" dir="auto" title={row.detail}>
          <Marked text={row.detail} words={words} />
        </span>
      </span>
      {row.isBlacklisted && <BlacklistBadge />}
      {row.side && <span className="shrink-0 text-12 text-muted tabular">{row.side}</span>}
    </a>
  );
}

const icons = {
  lead: UserSearch,
  opportunity: SquareKanban,
  communication: MessageSquareText,
} as const;

function BlacklistBadge() {
  const t = useTranslations("search");
  return (
    <Badge tone="red" icon={<Ban size={12} aria-hidden="true" />}>
      {t("blacklisted")}
    </Badge>
  );
}

function RowIcon({ row }: { row: Row }) {
  if (row.icon === "person" || row.icon === "organization") {
    const shape = row.icon === "person" ? "round" : "square";
    return <Avatar name={row.title} size="lg" shape={shape} decorative />;
  }
  const Icon = icons[row.icon];
  return (
    <span
      aria-hidden="true"
      className="grid size-8 shrink-0 place-items-center rounded-8 bg-sunken text-muted"
    >
      <Icon size={16} strokeWidth={1.75} />
    </span>
  );
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  let at = 0;
  return highlight(text, words).map((part) => {
    const key = at;
    at += part.text.length;
    return part.isMatch ? (
      <mark key={key} className="bg-transparent font-semibold text-accent-text">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
