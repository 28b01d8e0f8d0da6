"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { PresenceProvider } from "@/app/_realtime/use-presence";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { dayIn } from "@/app/_ui/format/date";
import { useNow } from "../../use-now";
import { useWorkspace } from "../../workspace-context";
import { AboutParty } from "./about-party";
import { PartyContext } from "./party-context";
import { PartyHeader } from "./party-header";
import { PartyRequests } from "./party-requests";
import { PartySkeleton } from "./party-skeleton";
import { PartyTabs } from "./party-tabs";
import { usePartyPresence } from "./presence/use-party-presence";
import { useParty } from "./use-party";

type PartyPageProps = {
  id: string;
  /** The server's time, ISO 8601. */
  renderedAt: string;
};

/** All that is known of a person or an organization, live. */
export function PartyPage({ id, renderedAt }: PartyPageProps) {
  const { timeZone } = useWorkspace();
  const shown = usePartyPresence();
  const { query, connection } = useParty(id, shown);
  const now = useNow(renderedAt);
  const opened = query.data;
  const context = useMemo(() => {
    if (!opened) return null;
    const names = new Map(opened.members.map((member) => [member.id, member.name]));
    return {
      opened,
      now,
      today: dayIn(now, timeZone),
      memberName: (member: string | null) => (member === null ? null : (names.get(member) ?? null)),
    };
  }, [opened, now, timeZone]);
  // A row that is gone stays on the screen only until the server says so.
  const isGone = query.error && errorCodeOf(query.error) === "party_not_found";
  if (query.error && (!context || isGone)) {
    return <PartyError error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!context) return <PartySkeleton />;
  return (
    <PartyContext value={context}>
      <PresenceProvider value={shown.presence}>
        <PartyHeader connection={connection} />
        <PartyRequests />
        <div className="grid min-h-0 flex-1 content-start lg:grid-cols-[minmax(21rem,24rem)_minmax(0,1fr)] lg:overflow-hidden">
          <AboutParty key={id} />
          <PartyTabs key={`tabs ${id}`} />
        </div>
      </PresenceProvider>
    </PartyContext>
  );
}

function PartyError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("party");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  return (
    <ErrorNotice
      className="m-6"
      title={t("loadFailed")}
      next={errorText(error)}
      action={<Button onClick={onRetry}>{actions("retry")}</Button>}
    />
  );
}
