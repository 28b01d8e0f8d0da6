"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense } from "react";
import { useShowOpen } from "@/app/_realtime/use-presence";
import { IconButton } from "@/app/_ui/icon-button";
import { SidePanel } from "@/app/_ui/side-panel";
import { canDeleteOpportunity } from "@/domain/access";
import type { VisibleBoard } from "@/domain/board-visible";
import { useBoardActions } from "../board-actions";
import { useBoardFrame } from "../board-frame";
import { PanelPeople } from "../presence/panel-people";
import { type Saving, useSaving } from "./fields/use-saving";
import { PanelError } from "./panel-error";
import { PanelSkeleton } from "./panel-skeleton";
import { SavedNote } from "./saved-note";
import { type Opportunity, useOpportunity } from "./use-opportunity";

const loadBody = () => import("./panel-body");
const loadName = () => import("./panel-name");
const PanelBody = lazy(() => loadBody().then((module) => ({ default: module.PanelBody })));
const PanelName = lazy(() => loadName().then((module) => ({ default: module.PanelName })));

/** Fetches the panel's code ahead, while the pointer is over a card. */
export function preloadPanel(): void {
  void loadBody();
  void loadName();
}

type OpportunityPanelProps = {
  opportunityId: string;
  board: VisibleBoard;
  onClose: () => void;
};

/**
 * Everything about one opportunity, beside the board. The frame is here at once and stays when
 * another card is opened; what fills it is loaded, data and code side by side.
 */
export function OpportunityPanel({ opportunityId, board, onClose }: OpportunityPanelProps) {
  const card = board.cardOf(opportunityId);
  const { opportunity, error, retry } = useOpportunity(opportunityId, card);
  useShowOpen(opportunityId, opportunity?.topic ?? card?.topic);
  const saving = useSaving(opportunityId);
  const title = opportunity?.name ?? card?.name ?? "…";
  return (
    <SidePanel
      title={title}
      heading={<Heading title={title} opportunity={opportunity} saving={saving} />}
      actions={opportunity && <PanelActions opportunity={opportunity} saving={saving} />}
      onClose={onClose}
    >
      {error && !opportunity ? (
        <PanelError error={error} onRetry={retry} />
      ) : (
        <Suspense fallback={<PanelSkeleton />}>
          {opportunity ? (
            <PanelBody key={opportunityId} opportunity={opportunity} saving={saving} />
          ) : (
            <PanelSkeleton />
          )}
        </Suspense>
      )}
    </SidePanel>
  );
}

type HeadingProps = { title: string; opportunity: Opportunity | undefined; saving: Saving };

function Heading({ title, opportunity, saving }: HeadingProps): ReactNode {
  const plain = (
    <p aria-hidden="true" className="truncate font-semibold text-16" title={title}>
      {title}
    </p>
  );
  if (!opportunity) return plain;
  return (
    <Suspense fallback={plain}>
      <PanelName key={opportunity.id} opportunity={opportunity} saving={saving} />
    </Suspense>
  );
}

function PanelActions({ opportunity, saving }: { opportunity: Opportunity; saving: Saving }) {
  const t = useTranslations("opportunity");
  const { membership } = useBoardFrame();
  const { remove } = useBoardActions();
  const mayDelete = canDeleteOpportunity(membership.accessRole, opportunity, membership.memberId);
  return (
    <>
      <PanelPeople opportunityId={opportunity.id} />
      <SavedNote states={saving.states} />
      {mayDelete && (
        <IconButton
          label={t("delete")}
          icon={<Trash2 size={16} />}
          onClick={() => remove(opportunity.id)}
        />
      )}
    </>
  );
}
