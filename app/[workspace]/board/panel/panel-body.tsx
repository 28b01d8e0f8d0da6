"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tabs } from "@/app/_ui/tabs";
import { useBoardFrame } from "../board-frame";
import { BlacklistNote } from "./blacklist-note";
import { CommunicationLog } from "./communication/communication-log";
import { PanelFields } from "./fields/panel-fields";
import type { Saving } from "./fields/use-saving";
import { History } from "./history/history";
import { PeopleList } from "./people/people-list";
import { OpportunityTasks } from "./tasks/opportunity-tasks";
import { StageTrail } from "./trail/stage-trail";
import { useFieldWords } from "./use-field-words";
import type { Opportunity } from "./use-opportunity";

/** The fields of an opportunity, and below them what happened about it. */
export function PanelBody({ opportunity, saving }: { opportunity: Opportunity; saving: Saving }) {
  const { canEdit } = useBoardFrame();
  const words = useFieldWords(opportunity);
  return (
    <>
      <BlacklistNote opportunity={opportunity} />
      <StageTrail opportunity={opportunity} />
      <PanelFields context={{ opportunity, saving, words, disabled: !canEdit }} />
      <Timeline opportunity={opportunity} />
    </>
  );
}

const parts = ["communication", "tasks", "history", "people"] as const;

function Timeline({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations("opportunity.tabs");
  const [part, setPart] = useState<(typeof parts)[number]>("communication");
  return (
    <Tabs
      label={t("label")}
      className="border-hairline border-t pt-1 [&>[role=tablist]]:px-5"
      tabs={parts.map((value) => ({ value, label: t(value) }))}
      value={part}
      onValueChange={setPart}
    >
      {part === "communication" && <CommunicationLog opportunityId={opportunity.id} />}
      {part === "tasks" && <OpportunityTasks opportunityId={opportunity.id} />}
      {part === "history" && <History opportunity={opportunity} />}
      {part === "people" && <PeopleList opportunity={opportunity} />}
    </Tabs>
  );
}
