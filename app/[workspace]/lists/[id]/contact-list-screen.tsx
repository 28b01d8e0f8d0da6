"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LinkButton } from "@/app/_ui/link-button";
import { useWorkspace } from "../../workspace-context";
import { ListsSkeleton } from "../lists-skeleton";
import { useLiveLists } from "../use-live-lists";
import { OpenedContactList } from "./opened-contact-list";

type ContactListScreenProps = { id: string; renderedAt: string };

/** One contact list and who stands on it, kept current. */
export function ContactListScreen({ id, renderedAt }: ContactListScreenProps) {
  const t = useTranslations("contactList");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { slug } = useWorkspace();
  const connection = useLiveLists();
  const { data, error, refetch } = useQuery(trpc.contactList.byId.queryOptions({ id }));
  if (data) {
    return <OpenedContactList list={data} connection={connection} renderedAt={renderedAt} />;
  }
  if (!error) return <ListsSkeleton />;
  return (
    <ErrorNotice
      className="m-5"
      title={t("unavailable")}
      next={errorText(error)}
      action={
        <div className="flex gap-2">
          <Button onClick={() => void refetch()}>{actions("retry")}</Button>
          <LinkButton href={`/${slug}/lists`}>{t("toLists")}</LinkButton>
        </div>
      }
    />
  );
}
