"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHeader } from "@/app/_ui/page-header";
import { canAdminister } from "@/domain/access";
import type { CustomerRequests } from "@/domain/customer-request-answers";
import { LiveMark } from "../parties/live-mark";
import { useNow } from "../use-now";
import { useWorkspace } from "../workspace-context";
import { RequestSections } from "./request-sections";
import { RequestsSkeleton } from "./requests-skeleton";
import { useRequests } from "./use-requests";

/** What customers ask for on their own pages, kept current. */
export function RequestsScreen({ renderedAt }: { renderedAt: string }) {
  const t = useTranslations("request");
  const { requests, error, retry, connection } = useRequests();
  const now = useNow(renderedAt);
  return (
    <>
      <PageHeader
        title={t("title")}
        people={<LiveMark connection={connection} wordClassName="max-lg:sr-only" />}
      />
      {!requests && error && <LoadFailed error={error} onRetry={retry} />}
      {!requests && !error && <RequestsSkeleton />}
      {requests && isEmpty(requests) && <NothingYet />}
      {requests && !isEmpty(requests) && <RequestSections requests={requests} now={now} />}
    </>
  );
}

function isEmpty({ waiting, erasures, recent }: CustomerRequests): boolean {
  return waiting.length + erasures.length + recent.length === 0;
}

function NothingYet() {
  const t = useTranslations("request.empty");
  const { slug, accessRole } = useWorkspace();
  return (
    <EmptyState
      title={t("title")}
      text={t("text")}
      action={
        canAdminister(accessRole) && (
          <LinkButton href={`/${slug}/settings/contact-page`}>{t("action")}</LinkButton>
        )
      }
    />
  );
}

function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("request");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  return (
    <ErrorNotice
      className="m-5"
      title={t("loadFailed")}
      next={errorText(error)}
      action={<Button onClick={onRetry}>{actions("retry")}</Button>}
    />
  );
}
