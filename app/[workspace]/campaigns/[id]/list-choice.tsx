"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { LinkButton } from "@/app/_ui/link-button";
import { Skeleton } from "@/app/_ui/skeleton";
import type { CampaignDetails } from "@/domain/campaign-answers";
import type { ContactList } from "@/domain/contact-list-answers";
import { textIn } from "@/domain/localized-text";
import { Section } from "../../parties/[id]/section";
import { useWorkspace } from "../../workspace-context";
import { useListChoice } from "./use-list-choice";

type ListChoiceProps = { campaign: CampaignDetails; isEditable: boolean };

/** The lists that a campaign is sent to. */
export function ListChoice({ campaign, isEditable }: ListChoiceProps) {
  const t = useTranslations("campaign.lists");
  return (
    <Section title={t("title")}>
      {isEditable ? <Choice campaign={campaign} /> : <Chosen campaign={campaign} />}
    </Section>
  );
}

function Choice({ campaign }: { campaign: CampaignDetails }) {
  const t = useTranslations("campaign.lists");
  const locale = useLocale();
  const trpc = useTRPC();
  const { slug } = useWorkspace();
  const { data } = useQuery(trpc.contactList.list.queryOptions());
  const { chosen, toggle } = useListChoice(campaign);
  if (!data) return <Skeleton className="h-4 w-40" />;
  // An archived one is shown as long as it is chosen, so that it can be taken away.
  const shown = data.filter(({ id, archivedAt }) => archivedAt === null || chosen.includes(id));
  if (shown.length === 0) {
    return (
      <>
        <p className="mb-2 text-13 text-muted">{t("none")}</p>
        <LinkButton size="sm" href={`/${slug}/lists`}>
          {t("toLists")}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <p className="text-13 text-muted">{t("text")}</p>
      <ul className="mt-1">
        {shown.map((list) => (
          <li key={list.id}>
            <label className="flex min-h-9 items-center gap-3 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent pointer-coarse:size-5"
                checked={chosen.includes(list.id)}
                onChange={({ target }) => toggle(list.id, target.checked)}
              />
              <ListWords list={list} name={textIn(list.names, locale)} />
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

function ListWords({ list, name }: { list: ContactList; name: string }) {
  const t = useTranslations("campaign.lists");
  return (
    <span className="flex min-w-0 flex-1 items-baseline justify-between gap-3">
      <span className="min-w-0 truncate" title={name}>
        {name}
      </span>
      <span className="shrink-0 text-13 text-muted tabular">
        {list.archivedAt === null ? t("confirmed", { count: list.counts.accepted }) : t("archived")}
      </span>
    </span>
  );
}

function Chosen({ campaign }: { campaign: CampaignDetails }) {
  const t = useTranslations("campaign.lists");
  const locale = useLocale();
  const { lists } = campaign;
  if (lists.length === 0) return <p className="text-13 text-muted">{t("noneChosen")}</p>;
  return (
    <ul className="space-y-1">
      {lists.map(({ id, names }) => (
        <li key={id} className="wrap-anywhere">
          {textIn(names, locale)}
        </li>
      ))}
    </ul>
  );
}
