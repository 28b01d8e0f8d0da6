"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tabs } from "@/app/_ui/tabs";
import { PartyDetails } from "./fields/party-details";
import { PartyHistory } from "./history/party-history";
import { Overview } from "./overview/overview";
import { isOver, useOpened } from "./party-context";
import { Relations } from "./relations/relations";
import { useIsNarrow } from "./use-is-narrow";

type Tab = "overview" | "details" | "relations" | "history";

/** What goes on with a party, whom it is related to, and what was changed. */
export function PartyTabs() {
  const t = useTranslations("party.tabs");
  const { opened, today } = useOpened();
  const isNarrow = useIsNarrow();
  const [chosen, setTab] = useState<Tab>("overview");
  // Wide, the details stand beside.
  const tab = chosen === "details" && !isNarrow ? "overview" : chosen;
  const count = opened.relations.filter(({ valid }) => !isOver(valid, today)).length;
  return (
    <Tabs
      label={t("label")}
      className="min-w-0 lg:overflow-hidden [&>:first-child]:px-5 [&>[role=tabpanel]]:lg:overflow-y-auto"
      tabs={[
        { value: "overview", label: t("overview") },
        ...(isNarrow ? [{ value: "details" as const, label: t("details") }] : []),
        {
          value: "relations",
          label: t("relations"),
          badge: <span className="tabular text-12 text-muted">{count}</span>,
        },
        { value: "history", label: t("history") },
      ]}
      value={tab}
      onValueChange={setTab}
    >
      {tab === "overview" && <Overview />}
      {tab === "details" && <PartyDetails />}
      {tab === "relations" && <Relations />}
      {tab === "history" && <PartyHistory />}
    </Tabs>
  );
}
