"use client";

import { FileUp, ListFilter, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHeader } from "@/app/_ui/page-header";
import { type BoardFilter, countConditions } from "@/domain/board-filter";
import type { Arrangement } from "../arrangement/arrangement";
import { LatePeopleHere } from "../late-parts";
import { GroupMenu } from "../query/group-menu";
import { LayoutSwitch } from "../query/layout-switch";
import { LazyFilterBar, preloadFilterBar } from "../query/lazy-filter-bar";
import { SavedViewsMenu } from "../query/saved-views-menu";
import { SearchBox } from "../query/search-box";
import { showFilter } from "../query/use-board-filter";
import { preloadQuickAdd } from "../quick-add/lazy-quick-add";
import { ConnectionMark } from "./connection-mark";

type BoardHeaderProps = {
  slug: string;
  /** All opportunities on the board. */
  count: number;
  filter: BoardFilter;
  arrangement: Arrangement;
  onArrange: (part: Partial<Arrangement>) => void;
  /** Left out for who may only look. */
  onAdd: (() => void) | undefined;
};

/** The head of the board; nothing in it changes with a card that is carried. */
export const BoardHeader = memo(function BoardHeader(props: BoardHeaderProps) {
  const { slug, count, filter, arrangement, onArrange, onAdd } = props;
  const t = useTranslations("board");
  const conditions = countConditions(filter);
  const [isFiltering, setFiltering] = useState(conditions > 0);
  const change = (part: Partial<BoardFilter>) => showFilter({ ...filter, ...part });
  return (
    <>
      <PageHeader
        title={t("title")}
        views={
          <>
            <LayoutSwitch layout={filter.layout} onLayout={(layout) => change({ layout })} />
            {filter.layout !== "forecast" && (
              <GroupMenu
                slug={slug}
                group={filter.group}
                onGroup={(group) => change({ group })}
                arrangement={arrangement}
                onArrange={onArrange}
              />
            )}
          </>
        }
        filters={
          <>
            <SavedViewsMenu filter={filter} onChoose={showFilter} />
            <SearchBox text={filter.text} onText={(text) => change({ text })} />
            <FilterToggle
              count={conditions}
              isOpen={isFiltering}
              onToggle={() => setFiltering(!isFiltering)}
            />
          </>
        }
        people={
          <>
            <span className="text-13 text-muted tabular max-sm:hidden">
              {t("count", { count })}
            </span>
            <LatePeopleHere />
            <ConnectionMark />
          </>
        }
        action={
          onAdd && (
            <>
              <LinkButton
                variant="ghost"
                className="max-md:hidden"
                href={`/${slug}/import`}
                icon={<FileUp size={16} />}
              >
                {t("import")}
              </LinkButton>
              <Button
                variant="primary"
                icon={<Plus size={16} />}
                data-tooltip={t("newTip")}
                data-tooltip-key="C"
                aria-keyshortcuts="C"
                onPointerEnter={preloadQuickAdd}
                onClick={onAdd}
              >
                {t("new")}
              </Button>
            </>
          )
        }
      />
      {isFiltering && <LazyFilterBar filter={filter} />}
    </>
  );
});

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
      onPointerEnter={preloadFilterBar}
      onFocus={preloadFilterBar}
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
