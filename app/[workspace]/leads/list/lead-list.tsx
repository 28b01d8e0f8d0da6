"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { canEditPipeline } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";
import { leadKeys } from "../lead-keys";
import type { LeadView } from "../lead-views";
import { useLeadActions } from "../use-lead-actions";
import { useLeadPeople } from "../use-lead-people";
import type { useLeads } from "../use-leads";
import { LeadListSkeleton } from "./lead-list-skeleton";
import { LeadRow, rowColumns } from "./lead-row";

type LeadListProps = {
  view: LeadView;
  list: ReturnType<typeof useLeads>;
  now: Date;
  openId: string | null;
  onOpen: (id: string) => void;
  /** Somebody is about to open one. */
  onIntent: () => void;
  onAdd: () => void;
};

/** Leads as rows, on phones as cards. */
export function LeadList({ view, list, now, openId, onOpen, onIntent, onAdd }: LeadListProps) {
  const t = useTranslations("lead");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { accessRole } = useWorkspace();
  const { take } = useLeadActions();
  const { nameOf } = useLeadPeople();
  const mayTake = canEditPipeline(accessRole);
  const { leads } = list;

  if (!leads && list.error) {
    return (
      <ErrorNotice
        className="m-5"
        title={t("loadFailed")}
        next={errorText(list.error)}
        action={<Button onClick={list.retry}>{actions("retry")}</Button>}
      />
    );
  }
  if (!leads) return <LeadListSkeleton />;
  if (leads.length === 0 && !list.hasMore) {
    return (
      <EmptyState
        title={t(`empty.${view}.title`)}
        text={t(`empty.${view}.text`)}
        action={
          view !== "closed" && (
            <Button icon={<Plus size={16} />} onClick={onAdd}>
              {t("add.action")}
            </Button>
          )
        }
      />
    );
  }

  function takeById(id: string) {
    const lead = leads?.find((one) => one.id === id);
    if (lead?.queue === "unassigned" && mayTake) void take(lead);
  }

  return (
    <div className="@container pb-8">
      <div
        aria-hidden="true"
        className={`hidden h-8 items-center gap-x-4 border-hairline border-b px-5 text-12 text-muted @3xl:grid ${rowColumns}`}
      >
        <span>{t("columns.lead")}</span>
        <span>{t("columns.contact")}</span>
        <span>{t("columns.source")}</span>
        <span>{t("columns.age")}</span>
        <span>{t("columns.owner")}</span>
      </div>
      <ul aria-label={t("list")} onKeyDown={leadKeys(takeById)}>
        {leads.map((lead) => (
          <LeadRow
            key={lead.id}
            lead={lead}
            now={now}
            ownerName={nameOf(lead.ownerId)}
            isOpen={lead.id === openId}
            onOpen={() => onOpen(lead.id)}
            onIntent={onIntent}
            onTake={mayTake ? () => void take(lead) : undefined}
          />
        ))}
      </ul>
      {list.hasMore && (
        <Button
          variant="ghost"
          className="mx-auto mt-3 flex"
          pending={list.isLoadingMore}
          onClick={list.loadMore}
        >
          {t("more")}
        </Button>
      )}
      <p className="px-5 pt-4 text-12 text-faint pointer-coarse:hidden">{t("keys")}</p>
    </div>
  );
}
