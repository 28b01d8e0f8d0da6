"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { dayIn } from "@/app/_ui/format/date";
import type { CustomerRequests } from "@/domain/customer-request-answers";
import { useWorkspace } from "../workspace-context";
import { ErasureRequests } from "./erasure-requests";
import { RecentChanges } from "./recent-changes";
import { WaitingChanges } from "./waiting-changes";

/** As many as `list_customer_requests` answers at most. */
const mostWaiting = 200;

type RequestSectionsProps = { requests: CustomerRequests; now: Date };

/** What the law sets a deadline for first, then what waits, then what is over. */
export function RequestSections({ requests, now }: RequestSectionsProps) {
  const t = useTranslations("request");
  const { timeZone } = useWorkspace();
  const { waiting, erasures, recent } = requests;
  const titles = {
    erasures: t("erasure.title", { count: erasures.length }),
    waiting: t("waiting.title", { count: waiting.length }),
    recent: t("recent.title"),
  };
  return (
    <div className="@container pb-8">
      <Part title={titles.erasures} isEmpty={erasures.length === 0}>
        <ErasureRequests
          label={titles.erasures}
          requests={erasures}
          now={now}
          today={dayIn(now, timeZone)}
          isNamed
        />
      </Part>
      <Part title={titles.waiting}>
        <WaitingChanges label={titles.waiting} changes={waiting} now={now} isNamed />
        {waiting.length === 0 && <Note>{t("waiting.none")}</Note>}
        {waiting.length === mostWaiting && <Note>{t("waiting.full", { count: mostWaiting })}</Note>}
      </Part>
      {recent.length > 0 && (
        <Part title={titles.recent}>
          <RecentChanges label={titles.recent} changes={recent} now={now} />
        </Part>
      )}
    </div>
  );
}

type PartProps = {
  title: string;
  /** Nothing to see; a question that is open in it stays. */
  isEmpty?: boolean;
  children: ReactNode;
};

function Part({ title, isEmpty = false, children }: PartProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      hidden={isEmpty}
      className="border-hairline border-b last:border-b-0"
    >
      <h2 id={titleId} className="px-5 pt-5 pb-1 font-medium text-13">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="px-5 py-3 text-13 text-muted">{children}</p>;
}
