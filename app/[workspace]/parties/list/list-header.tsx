"use client";

import { FileDown, ListFilter, Plus, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { Button } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { countPartyConditions, type PartyFilter } from "@/domain/party-filter";
import { SearchBox } from "../../board/query/search-box";
import { LiveMark } from "../live-mark";
import { NewParty } from "../new/new-party";
import type { ColumnKey } from "./columns";
import { ColumnsMenu } from "./columns-menu";
import { PartyFilterBar } from "./party-filter-bar";
import { PartyViews } from "./party-views";
import type { ListFrame } from "./rows";
import { SortMenu } from "./sort-menu";
import { usePartyCount } from "./use-party-count";

type ListHeaderProps = {
  filter: PartyFilter;
  frame: ListFrame | null;
  /** The number of rows, when all were read. */
  known: number | null;
  columns: readonly ColumnKey[];
  connection: LiveConnection;
  hasNews: boolean;
  onFilter: (filter: PartyFilter) => void;
  onColumns: (columns: readonly ColumnKey[]) => void;
  onNews: () => void;
  onExport: () => void;
};

/** What the list shows and in which way, and whether it is current. */
export function ListHeader(props: ListHeaderProps) {
  const { filter, frame, columns, onFilter, onColumns, onExport } = props;
  const t = useTranslations("partyList");
  const conditions = countPartyConditions(filter);
  const [isAdding, setAdding] = useState(false);
  const [isFiltering, setFiltering] = useState(conditions > 0);
  const change = (part: Partial<PartyFilter>) => onFilter({ ...filter, ...part });
  return (
    <>
      <PageHeader
        title={t("title")}
        filters={
          <>
            <PartyViews filter={filter} onChoose={onFilter} />
            <SearchBox label={t("search")} text={filter.text} onText={(text) => change({ text })} />
            <FilterToggle
              count={conditions}
              isOpen={isFiltering}
              onToggle={() => setFiltering(!isFiltering)}
            />
            <ColumnsMenu columns={columns} onColumns={onColumns} />
          </>
        }
        people={<State {...props} />}
        action={
          <>
            <SortMenu filter={filter} onChange={change} />
            <Button
              variant="ghost"
              className="min-w-(--control-md)"
              icon={<FileDown size={16} />}
              aria-label={t("export.all")}
              onClick={onExport}
            >
              <span className="max-xl:sr-only">{t("export.short")}</span>
            </Button>
            <Button
              variant="primary"
              className="min-w-(--control-md)"
              icon={<Plus size={16} />}
              aria-label={t("new.label")}
              onClick={() => setAdding(true)}
            >
              <span className="max-sm:sr-only">{t("new.short")}</span>
            </Button>
          </>
        }
      />
      <NewParty open={isAdding} onOpenChange={setAdding} />
      {isFiltering && <PartyFilterBar filter={filter} frame={frame} onChange={change} />}
    </>
  );
}

function State({ filter, known, connection, hasNews, onNews }: ListHeaderProps) {
  const t = useTranslations("partyList");
  const count = usePartyCount(filter, known);
  return (
    <>
      {hasNews && (
        <Button size="sm" icon={<RefreshCw size={14} />} onClick={onNews}>
          {t("news")}
        </Button>
      )}
      <span className="text-13 text-muted tabular max-sm:hidden" role="status">
        {count && t(count.isMore ? "countMore" : "count", { count: count.count })}
      </span>
      <LiveMark connection={connection} wordClassName="max-lg:sr-only" />
    </>
  );
}

type FilterToggleProps = { count: number; isOpen: boolean; onToggle: () => void };

/** Shows and hides the filters; says how many are set while they are hidden. */
function FilterToggle({ count, isOpen, onToggle }: FilterToggleProps) {
  const t = useTranslations("query.filter");
  return (
    <Button
      variant="ghost"
      className="min-w-(--control-md) px-2.5"
      icon={<ListFilter size={16} />}
      aria-expanded={isOpen}
      aria-label={count === 0 ? t("label") : t("labelWithCount", { count })}
      onClick={onToggle}
    >
      <span className="@max-5xl/header:sr-only">{t("label")}</span>
      {count > 0 && (
        <span className="rounded-full bg-accent-soft px-1.5 text-12 text-accent-text tabular">
          {count}
        </span>
      )}
    </Button>
  );
}
