"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { LinkButton } from "@/app/_ui/link-button";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Dialog } from "@/app/_ui/popup/dialog";
import { Skeleton } from "@/app/_ui/skeleton";
import { useWorkspace } from "../../../workspace-context";
import type { ChosenView } from "./use-filling";
import { type PartyView, usePartyViews } from "./use-party-views";
import { ViewOutlook } from "./view-outlook";

type AddViewDialogProps = {
  list: { id: string; name: string };
  onStart: (view: ChosenView) => void;
  onClose: () => void;
};

/** Chooses a saved view of the contacts, shows what would become of them, and asks them. */
export function AddViewDialog({ list, onStart, onClose }: AddViewDialogProps) {
  const t = useTranslations("contactList.fill");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { slug } = useWorkspace();
  const formId = useId();
  const { views, error } = usePartyViews();
  const [viewId, setViewId] = useState("");
  const [wasTried, setTried] = useState(false);
  const view = views?.find(({ id }) => id === viewId);
  const outlook = useOutlook(list.id, view);
  const isEmpty = views?.length === 0;
  const problem = view ? undefined : t("viewMissing");

  function start(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!view || !outlook.data) return;
    const { size, isMore } = outlook.data;
    onStart({ name: view.name, query: view.query, total: isMore ? null : size });
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      grows
      title={t("title", { name: list.name })}
      description={isEmpty ? t("noViews") : t("text")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          {isEmpty ? (
            <LinkButton variant="primary" href={`/${slug}/parties`}>
              {t("toParties")}
            </LinkButton>
          ) : (
            <Button
              type="submit"
              form={formId}
              variant="primary"
              pending={view !== undefined && outlook.isPending}
              disabled={outlook.data?.outcomes.asked === 0 && !outlook.data.isMore}
            >
              {t("ask")}
            </Button>
          )}
        </>
      }
    >
      {!views && !error && <LoadingNote />}
      {!views && error && <p className="text-red-text">{errorText(error)}</p>}
      {views && !isEmpty && (
        <form id={formId} className="space-y-4" onSubmit={start}>
          <SelectField
            label={t("view")}
            placeholder={t("choose")}
            error={wasTried ? problem : undefined}
            value={viewId}
            options={views.map(({ id, name, isOwn }) => ({
              value: id,
              label: isOwn ? name : t("shared", { name }),
            }))}
            onValueChange={setViewId}
          />
          <div aria-live="polite">
            {view && outlook.isPending && <Skeleton className="h-44 w-full" />}
            {outlook.data && <ViewOutlook {...outlook.data} />}
            {outlook.error && <p className="text-red-text">{errorText(outlook.error)}</p>}
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** What would become of the parties of a view; read anew whenever it is chosen. */
function useOutlook(listId: string, view: PartyView | undefined) {
  const trpc = useTRPC();
  const everybody = { sort: "name" as const, isDescending: false, condition: {} };
  const query = view?.query ?? everybody;
  return useQuery({
    ...trpc.subscription.foresee.queryOptions({ listId, query }),
    enabled: view !== undefined,
    gcTime: 0,
  });
}
