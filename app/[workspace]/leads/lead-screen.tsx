"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { useBoardShortcuts } from "../board/use-board-shortcuts";
import { useNow } from "../use-now";
import { DistributeMenu } from "./distribute-menu";
import { LeadTabs } from "./lead-tabs";
import { LeadList } from "./list/lead-list";
import { LazyLeadPanel, preloadLeadPanel } from "./panel/lazy-lead-panel";
import { AddLead } from "./quick-add/add-lead";
import { useLeadAddress } from "./use-lead-address";
import { useLeadDeletions } from "./use-lead-deletions";
import { type RenderedLeads, useLeadCounts, useLeads } from "./use-leads";
import { useLiveLeads } from "./use-live-leads";

type LeadScreenProps = { renderedAt: string; rendered: RenderedLeads };

/** The leads of the workspace, kept current, and the one that is open beside them. */
export function LeadScreen({ renderedAt, rendered }: LeadScreenProps) {
  const t = useTranslations("lead");
  const { view, show, openId, open, close } = useLeadAddress();
  const now = useNow(renderedAt);
  const counts = useLeadCounts(rendered);
  const list = useLeads(view, rendered);
  const connection = useLiveLeads();
  const { hiddenIds, remove } = useLeadDeletions();
  const leads = list.leads?.filter(({ id }) => !hiddenIds.has(id));
  const [isAdding, setAdding] = useState(false);
  useBoardShortcuts({ l: () => setAdding(true) });
  return (
    <>
      <PageHeader
        title={t("title")}
        views={<LeadTabs view={view} counts={counts} onShow={show} />}
        people={
          <>
            {connection === "offline" && (
              <span role="status" className="text-13 text-amber-text max-sm:sr-only">
                {t("offline")}
              </span>
            )}
            {view === "unassigned" && <DistributeMenu leads={leads ?? []} />}
          </>
        }
        action={
          <Button
            variant="primary"
            icon={<Plus size={16} />}
            data-tooltip-key="L"
            aria-keyshortcuts="L"
            onClick={() => setAdding(true)}
          >
            {t("add.action")}
          </Button>
        }
      />
      <LeadList
        view={view}
        list={{ ...list, leads }}
        now={now}
        openId={openId}
        onOpen={open}
        onIntent={preloadLeadPanel}
        onAdd={() => setAdding(true)}
      />
      {openId && !hiddenIds.has(openId) && (
        <LazyLeadPanel
          leadId={openId}
          now={now}
          onDelete={(lead) => {
            remove(lead);
            close();
          }}
          onClose={close}
        />
      )}
      <AddLead open={isAdding} onOpenChange={setAdding} onAdded={open} />
    </>
  );
}
