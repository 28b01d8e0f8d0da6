"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tabs } from "@/app/_ui/tabs";
import { PartyHistory } from "./history/party-history";
import { Overview } from "./overview/overview";
import { isOver, useOpened } from "./party-context";
import { Relations } from "./relations/relations";

type Tab = "overview" | "relations" | "history";

/** What goes on with a party, whom it is related to, and what was changed. */
export function PartyTabs() {
  const t = useTranslations("party.tabs");
  const { opened, today } = useOpened();
  const [tab, setTab] = useState<Tab>("overview");
  const count = opened.relations.filter(({ valid }) => !isOver(valid, today)).length;
  return (
    <Tabs
      label={t("label")}
      className="min-w-0 lg:overflow-hidden [&>:first-child]:px-5 [&>[role=tabpanel]]:lg:overflow-y-auto"
      tabs={[
        { value: "overview", label: t("overview") },
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
      {tab === "relations" && <Relations />}
      {tab === "history" && <PartyHistory />}
    </Tabs>
  );
}
