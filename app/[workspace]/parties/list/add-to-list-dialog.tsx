"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { LinkButton } from "@/app/_ui/link-button";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Dialog } from "@/app/_ui/popup/dialog";
import { textIn } from "@/domain/localized-text";
import { useContactLists } from "../../lists/use-contact-lists";
import { useSubscribe } from "../../lists/use-subscribe";
import { useWorkspace } from "../../workspace-context";

type AddToListDialogProps = { partyIds: readonly string[]; onClose: () => void };

/** Asks on which list the selected parties are to be, and tells what became of them. */
export function AddToListDialog({ partyIds, onClose }: AddToListDialogProps) {
  const t = useTranslations("contactList.bulk");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { slug } = useWorkspace();
  const locale = useLocale();
  const { lists, error } = useContactLists();
  const subscribe = useSubscribe();
  const formId = useId();
  const [listId, setListId] = useState("");
  const [wasTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const open = lists
    ?.filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, names }) => ({ id, name: textIn(names, locale) }));
  const chosen = open?.find(({ id }) => id === listId);

  async function ask(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!chosen || isPending) return;
    setPending(true);
    const isDone = await subscribe(chosen, partyIds);
    setPending(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={t("title", { count: partyIds.length })}
      description={open?.length === 0 ? t("noLists") : t("text")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          {open?.length === 0 ? (
            <LinkButton variant="primary" href={`/${slug}/lists`}>
              {t("toLists")}
            </LinkButton>
          ) : (
            <Button type="submit" form={formId} variant="primary" pending={isPending}>
              {t("ask")}
            </Button>
          )}
        </>
      }
    >
      {!open && !error && <LoadingNote />}
      {!open && error && <p className="text-red-text">{errorText(error)}</p>}
      {open && open.length > 0 && (
        <form id={formId} onSubmit={(event) => void ask(event)}>
          <SelectField
            label={t("list")}
            placeholder={t("choose")}
            error={wasTried && !chosen ? t("chooseMissing") : undefined}
            value={listId}
            options={open.map(({ id, name }) => ({ value: id, label: name }))}
            onValueChange={setListId}
          />
        </form>
      )}
    </Dialog>
  );
}
