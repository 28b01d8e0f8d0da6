"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { ListsSkeleton } from "../lists-skeleton";
import { preloadSubscriptionPanel } from "./panel/lazy-subscription-panel";
import { rowColumns, SubscriptionRow } from "./subscription-row";
import type { useSubscriptions } from "./use-subscriptions";

type SubscriptionListProps = {
  list: ReturnType<typeof useSubscriptions>;
  /** Whether a view or words hide whom there may be. */
  isFiltered: boolean;
  now: Date;
  openId: string | null;
  onOpen: (id: string) => void;
  /** What an empty list teaches. */
  action: ReactNode;
};

/** Those who stand on a list as rows, on phones as cards. */
export function SubscriptionList(props: SubscriptionListProps) {
  const { list, isFiltered, now, openId, onOpen, action } = props;
  const t = useTranslations("contactList");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { subscriptions } = list;

  if (!subscriptions && list.error) {
    return (
      <ErrorNotice
        className="m-5"
        title={t("subscriptionsFailed")}
        next={errorText(list.error)}
        action={<Button onClick={list.retry}>{actions("retry")}</Button>}
      />
    );
  }
  if (!subscriptions) return <ListsSkeleton />;
  if (subscriptions.length === 0) {
    return isFiltered ? (
      <EmptyState title={t("nothing.title")} text={t("nothing.text")} />
    ) : (
      <EmptyState title={t("nobody.title")} text={t("nobody.text")} action={action} />
    );
  }
  return (
    <div className={cx("@container pb-8 transition-opacity", list.isBehind && "opacity-60")}>
      <div
        aria-hidden="true"
        className={`hidden h-8 items-center gap-x-4 border-hairline border-b px-5 text-12 text-muted @3xl:grid ${rowColumns}`}
      >
        <span>{t("columns.party")}</span>
        <span>{t("columns.email")}</span>
        <span>{t("columns.status")}</span>
        <span>{t("columns.since")}</span>
      </div>
      <ul aria-label={t("subscriptions")} aria-busy={list.isBehind}>
        {subscriptions.map((subscription) => (
          <SubscriptionRow
            key={subscription.id}
            subscription={subscription}
            now={now}
            isOpen={subscription.id === openId}
            onOpen={() => onOpen(subscription.id)}
            onIntent={preloadSubscriptionPanel}
          />
        ))}
      </ul>
      {list.hasMore && (
        <Button
          variant="ghost"
          className="mx-auto mt-3 flex"
          pending={list.isLoadingMore}
          onClick={list.loadMore}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}
