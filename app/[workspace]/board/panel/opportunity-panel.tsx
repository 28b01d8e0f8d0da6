"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShowOpen } from "@/app/_realtime/use-presence";
import { IconButton } from "@/app/_ui/icon-button";
import { SidePanel } from "@/app/_ui/side-panel";
import { canDeleteOpportunity } from "@/domain/access";
import type { VisibleBoard } from "@/domain/board-visible";
import { useBoardActions } from "../board-actions";
import { useBoardFrame } from "../board-frame";
import { PanelPeople } from "../presence/panel-people";
import { type Saving, useSaving } from "./fields/use-saving";
import { PanelBody } from "./panel-body";
import { PanelError } from "./panel-error";
import { PanelName } from "./panel-name";
import { PanelSkeleton } from "./panel-skeleton";
import { SavedNote } from "./saved-note";
import { type Opportunity, useOpportunity } from "./use-opportunity";
import { usePanelNeighbours } from "./use-panel-neighbours";

type OpportunityPanelProps = {
  opportunityId: string;
  board: VisibleBoard;
  /** Another opportunity is to take its place. */
  onOpen: (id: string) => void;
  onClose: () => void;
};

/**
 * Everything about one opportunity, beside the board. The frame stays when another card is opened,
 * and what fills it is read anew.
 */
export function OpportunityPanel(props: OpportunityPanelProps) {
  const { opportunityId, board, onOpen, onClose } = props;
  usePanelNeighbours({ board, openId: opportunityId, open: onOpen });
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
      {opportunity && <PanelBody key={opportunityId} opportunity={opportunity} saving={saving} />}
      {!opportunity && !error && <PanelSkeleton />}
      {!opportunity && error && <PanelError error={error} onRetry={retry} />}
    </SidePanel>
  );
}

type HeadingProps = { title: string; opportunity: Opportunity | undefined; saving: Saving };

function Heading({ title, opportunity, saving }: HeadingProps) {
  if (opportunity) {
    return <PanelName key={opportunity.id} opportunity={opportunity} saving={saving} />;
  }
  return (
    <p aria-hidden="true" className="truncate font-semibold text-16" title={title}>
      {title}
    </p>
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
