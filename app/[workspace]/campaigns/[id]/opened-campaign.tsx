"use client";

import { useState } from "react";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { canManageLists } from "@/domain/access";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { useWorkspace } from "../../workspace-context";
import { LazyCampaignDialog } from "../lazy-campaign-dialog";
import { AudiencePart } from "./audience-part";
import { CampaignFacts } from "./campaign-facts";
import { CampaignHeader } from "./campaign-header";
import { ListChoice } from "./list-choice";
import { MailPart } from "./mail/mail-part";
import { useMailDraft } from "./mail/use-mail-draft";
import { ReportPart } from "./report-part";
import { SendDialog } from "./send-dialog";
import { SendingPart } from "./sending-part";

type OpenedCampaignProps = { campaign: CampaignDetails; connection: LiveConnection };

/** The mail of a campaign, whom it goes to, how far it is sent, and what came of it. */
export function OpenedCampaign({ campaign, connection }: OpenedCampaignProps) {
  const { accessRole } = useWorkspace();
  const mayManage = canManageLists(accessRole);
  const draft = useMailDraft(campaign);
  // As it was seen on opening: what a colleague changes meanwhile is a conflict, not overwritten.
  const [edited, setEdited] = useState<CampaignDetails | null>(null);
  const [isSending, setSending] = useState(false);
  const isEditable = mayManage && campaign.sending === null;
  return (
    <>
      <CampaignHeader
        campaign={campaign}
        connection={connection}
        onEdit={mayManage ? () => setEdited(campaign) : undefined}
        onSend={isEditable ? () => setSending(true) : undefined}
      />
      <div className="@container">
        <div className="grid @4xl:min-h-[calc(100dvh-var(--header-height)-1px)] @4xl:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="min-w-0">
            {campaign.sending && (
              <SendingPart campaign={campaign} sending={campaign.sending} mayStop={mayManage} />
            )}
            <MailPart campaign={campaign} draft={draft} isEditable={isEditable} />
          </div>
          <div className="min-w-0 border-hairline pb-8 @max-4xl:border-t @4xl:border-l">
            <ListChoice campaign={campaign} isEditable={isEditable} />
            <AudiencePart campaign={campaign} />
            <ReportPart campaign={campaign} />
            <CampaignFacts campaign={campaign} />
          </div>
        </div>
      </div>
      {edited && <LazyCampaignDialog campaign={edited} onClose={() => setEdited(null)} />}
      {isSending && (
        <SendDialog
          campaign={campaign}
          isUnsaved={draft.isUnsaved}
          onClose={() => setSending(false)}
        />
      )}
    </>
  );
}
