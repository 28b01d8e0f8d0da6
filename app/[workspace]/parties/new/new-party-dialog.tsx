"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/popup/dialog";
import { LikelyParties } from "../../likely-parties";
import { NewPartyFields } from "./new-party-fields";
import { useNewParty } from "./use-new-party";

export type NewPartyProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What somebody looked for in vain: a name, or an address. */
  text?: string | undefined;
};

/** Writes down a person or an organization; Enter saves and goes to the page of the party. */
export function NewPartyDialog({ open, onOpenChange, text }: NewPartyProps) {
  const t = useTranslations("contact.new");
  const actions = useTranslations("common.actions");
  const formId = useId();
  const form = useNewParty(text, () => onOpenChange(false));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      grows
      below={
        <LikelyParties
          typed={form.draft}
          except={form.draft.company?.id}
          onUse={form.use}
          className="max-h-[32dvh] overflow-y-auto px-5 py-2.5 sm:rounded-b-10"
        />
      }
      footer={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            {actions("cancel")}
          </Button>
          <Button type="submit" form={formId} variant="primary" pending={form.isPending}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit}>
        <NewPartyFields form={form} />
      </form>
    </Dialog>
  );
}
