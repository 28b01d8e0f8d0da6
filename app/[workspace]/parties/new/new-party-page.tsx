"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { LikelyParties } from "../../likely-parties";
import { NewPartyFields } from "./new-party-fields";
import { useNewParty } from "./use-new-party";

/** The form for a new contact as a page, for links to it. */
export function NewPartyPage() {
  const t = useTranslations("contact.new");
  const form = useNewParty(undefined);
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="mx-auto w-full max-w-lg px-5 py-6">
        <form onSubmit={form.submit}>
          <NewPartyFields form={form} />
          <Button type="submit" variant="primary" pending={form.isPending} className="mt-5">
            {t("submit")}
          </Button>
        </form>
        <LikelyParties
          typed={form.draft}
          except={form.draft.company?.id}
          onUse={form.use}
          className="mt-5 rounded-10 px-4 py-3"
        />
      </div>
    </>
  );
}
