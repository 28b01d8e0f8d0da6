"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LinkButton } from "@/app/_ui/link-button";
import { ListsSkeleton } from "../../lists/lists-skeleton";
import { useWorkspace } from "../../workspace-context";
import { useLiveCampaigns } from "../use-live-campaigns";
import { OpenedCampaign } from "./opened-campaign";

/** One campaign, kept current. */
export function CampaignScreen({ id }: { id: string }) {
  const t = useTranslations("campaign");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { slug } = useWorkspace();
  const connection = useLiveCampaigns();
  const { data, error, refetch } = useQuery(trpc.campaign.byId.queryOptions({ id }));
  // What is typed belongs to one campaign.
  if (data) return <OpenedCampaign key={data.id} campaign={data} connection={connection} />;
  if (!error) return <ListsSkeleton />;
  return (
    <ErrorNotice
      className="m-5"
      title={t("unavailable")}
      next={errorText(error)}
      action={
        <div className="flex gap-2">
          <Button onClick={() => void refetch()}>{actions("retry")}</Button>
          <LinkButton href={`/${slug}/campaigns`}>{t("toCampaigns")}</LinkButton>
        </div>
      }
    />
  );
}
