"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { PageHeader } from "@/app/_ui/page-header";
import { canManageLists } from "@/domain/access";
import { ListTabs } from "../lists/list-tabs";
import { ListsSkeleton } from "../lists/lists-skeleton";
import { LiveMark } from "../parties/live-mark";
import { useWorkspace } from "../workspace-context";
import { CampaignRow, rowColumns } from "./campaign-row";
import { LazyCampaignDialog, preloadCampaignDialog } from "./lazy-campaign-dialog";
import { useLiveCampaigns } from "./use-live-campaigns";

/** The campaigns of the workspace, kept current. */
export function CampaignsScreen() {
  const t = useTranslations("campaign");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const router = useRouter();
  const { data, error, refetch } = useQuery(trpc.campaign.list.queryOptions());
  const connection = useLiveCampaigns();
  const { accessRole, slug } = useWorkspace();
  const mayManage = canManageLists(accessRole);
  const [isAdding, setAdding] = useState(false);
  const addButton = mayManage && (
    <Button
      variant="primary"
      icon={<Plus size={16} />}
      onPointerEnter={preloadCampaignDialog}
      onClick={() => setAdding(true)}
    >
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        views={<ListTabs />}
        people={<LiveMark connection={connection} wordClassName="max-lg:sr-only" />}
        action={data?.length !== 0 && addButton}
      />
      {!data && error && (
        <ErrorNotice
          className="m-5"
          title={t("loadFailed")}
          next={errorText(error)}
          action={<Button onClick={() => void refetch()}>{actions("retry")}</Button>}
        />
      )}
      {!data && !error && <ListsSkeleton />}
      {data?.length === 0 && (
        <EmptyState
          title={t("empty.title")}
          text={t(mayManage ? "empty.text" : "empty.readOnly")}
          action={addButton}
        />
      )}
      {data && data.length > 0 && (
        <div className="@container pb-8">
          <div
            aria-hidden="true"
            className={`hidden h-8 items-center gap-x-4 border-hairline border-b px-5 text-12 text-muted @3xl:grid ${rowColumns}`}
          >
            <span>{t("columns.campaign")}</span>
            <span>{t("columns.status")}</span>
            <span className="text-right">{t("columns.sent")}</span>
            <span className="text-right">{t("columns.leads")}</span>
            <span className="text-right">{t("columns.opportunities")}</span>
          </div>
          <ul aria-label={t("title")}>
            {data.map((campaign) => (
              <CampaignRow key={campaign.id} campaign={campaign} />
            ))}
          </ul>
        </div>
      )}
      {isAdding && (
        <LazyCampaignDialog
          campaign={null}
          onClose={() => setAdding(false)}
          onMade={(id) => router.push(`/${slug}/campaigns/${id}`)}
        />
      )}
    </>
  );
}
