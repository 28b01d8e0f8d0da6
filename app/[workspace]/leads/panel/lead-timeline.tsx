"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tabs } from "@/app/_ui/tabs";
import { LeadHistory } from "./history/lead-history";
import { LeadTalk } from "./lead-talk";
import type { LeadDetails } from "./use-lead";

/** What was said with a lead, and what was changed of it. */
export function LeadTimeline({ lead, now }: { lead: LeadDetails; now: Date }) {
  const t = useTranslations("lead.panel");
  const [chosen, setPart] = useState<"talk" | "history">("talk");
  // What was said went along to the opportunity.
  const parts =
    lead.status === "converted" ? (["history"] as const) : (["talk", "history"] as const);
  const part = parts.find((one) => one === chosen) ?? "history";
  return (
    <Tabs
      label={t("timeline")}
      className="border-hairline border-t pt-1 [&>[role=tablist]]:px-5"
      tabs={parts.map((value) => ({ value, label: t(value) }))}
      value={part}
      onValueChange={setPart}
    >
      {part === "talk" && <LeadTalk leadId={lead.id} now={now} />}
      {part === "history" && <LeadHistory lead={lead} now={now} />}
    </Tabs>
  );
}
