"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/app/_ui/button";
import { Switch } from "@/app/_ui/field/switch";
import type { ContactPageSettings } from "@/domain/contact-page-settings-input";
import { AssignmentPart, type Named } from "./assignment-part";
import { ConsentPart } from "./consent-part";
import { ListsPart, type OfferedList } from "./lists-part";
import { LookPart } from "./look-part";
import { MyPagePart } from "./my-page-part";
import { inputOf } from "./page-draft";
import { PagePreview, type PreviewWords } from "./page-preview";
import { problemsOf } from "./page-problems";
import { QuestionsPart } from "./questions-part";
import { usePageDraft } from "./use-page-draft";
import { usePreviewedPage } from "./use-previewed-page";
import { useSavePage } from "./use-save-page";

type ContactPageFormProps = {
  page: ContactPageSettings;
  members: readonly Named[];
  teams: readonly Named[];
  lists: readonly OfferedList[];
  words: PreviewWords;
  editable: boolean;
};

/** The contact page's values; nothing is sent before "save", and the preview shows what would be. */
export function ContactPageForm(props: ContactPageFormProps) {
  const { page, members, teams, lists, words, editable } = props;
  const t = useTranslations("settings.contactPage");
  const locale = useLocale();
  const { draft, changes, dirty, change, settle, discard } = usePageDraft(page);
  const [isChecked, setIsChecked] = useState(false);
  const save = useSavePage();
  const input = inputOf(draft);
  const problems = problemsOf(input);
  const previewed = usePreviewedPage(input, lists);
  const part = { draft, editable, change };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!dirty || save.isPending) return;
    if (problems.size > 0) {
      const form = event.currentTarget;
      flushSync(() => setIsChecked(true));
      return form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
    setIsChecked(false);
    save.mutate({ version: page.version, page: input }, { onSuccess: () => settle(changes) });
  }

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <form
        noValidate
        onSubmit={submit} // What gets the focus comes to lie between the header and the bar below.
        className="flex min-w-0 flex-col gap-6 [&_:is(input,select,textarea,button)]:scroll-mt-32 [&_:is(input,select,textarea,button)]:scroll-mb-20"
      >
        <Switch
          label={t("open")}
          disabled={!editable}
          checked={draft.isOpen}
          onCheckedChange={(isOpen) => change({ isOpen })}
        />
        <LookPart {...part} />
        <QuestionsPart {...part} problems={isChecked ? problems : new Set()} />
        <ListsPart {...part} lists={lists} locale={locale} />
        <ConsentPart {...part} isAddressWrong={problems.has("privacyUrl")} isChecked={isChecked} />
        <AssignmentPart
          {...part}
          members={members}
          teams={teams}
          isNobody={problems.has("memberId") || problems.has("teamId")}
        />
        <MyPagePart {...part} />
        {editable && (
          <div className="sticky bottom-0 flex gap-2 border-hairline border-t bg-surface py-3">
            <Button type="submit" variant="primary" disabled={!dirty} pending={save.isPending}>
              {t("save")}
            </Button>
            {dirty && !save.isPending && (
              <Button variant="ghost" onClick={discard}>
                {t("discard")}
              </Button>
            )}
          </div>
        )}
      </form>
      <PagePreview page={previewed} words={words} />
    </div>
  );
}
