"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { ComboboxField, type ComboboxOption } from "@/app/_ui/field/combobox-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import { usePartySearch } from "../../use-party-search";
import { useReadListsAnew } from "../use-contact-lists";
import { useSubscribe } from "../use-subscribe";

type AddPartyDialogProps = { list: { id: string; name: string }; onClose: () => void };

/** Finds a party and asks it whether it wants the list. */
export function AddPartyDialog({ list, onClose }: AddPartyDialogProps) {
  const t = useTranslations("contactList.add");
  const actions = useTranslations("common.actions");
  const search = usePartySearch([]);
  const subscribe = useSubscribe();
  const readAnew = useReadListsAnew();
  const formId = useId();
  const [party, setParty] = useState<ComboboxOption | null>(null);
  const [wasTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);

  async function ask(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!party || isPending) return;
    setPending(true);
    const isDone = await subscribe(list, [party.id]);
    await readAnew();
    setPending(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={t("title", { name: list.name })}
      description={t("text")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {t("ask")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void ask(event)}>
        <ComboboxField
          label={t("party")}
          error={wasTried && !party ? t("partyMissing") : undefined}
          value={party}
          onValueChange={setParty}
          search={search}
        />
      </form>
    </Dialog>
  );
}
