"use client";

import { useTranslations } from "next-intl";
import { ErasureRequests } from "../../requests/erasure-requests";
import { WaitingChanges } from "../../requests/waiting-changes";
import { useOpened } from "./party-context";

/** What the party asks for on its own page. */
export function PartyRequests() {
  const t = useTranslations("request");
  const { opened, now, today } = useOpened();
  const { changes, erasure } = opened.requests;
  const label = t("ofParty", { name: opened.party.name });
  return (
    <section
      aria-label={label}
      // Not taken away: somebody may be asked about what a colleague just decided.
      hidden={changes.length === 0 && !erasure}
      className="@container shrink-0 border-hairline border-b bg-sunken lg:max-h-[40%] lg:overflow-y-auto"
    >
      <ErasureRequests
        label={t("erasure.title", { count: 1 })}
        requests={erasure ? [erasure] : []}
        now={now}
        today={today}
        isNamed={false}
      />
      <WaitingChanges
        label={t("waiting.title", { count: changes.length })}
        changes={changes}
        now={now}
        isNamed={false}
      />
    </section>
  );
}
