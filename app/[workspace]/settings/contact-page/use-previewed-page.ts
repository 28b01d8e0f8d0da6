"use client";

import { useTranslations } from "next-intl";
import type { ContactPage } from "@/domain/contact-page";
import { useWorkspace } from "../../workspace-context";
import type { OfferedList } from "./lists-part";
import type { PageInput } from "./page-draft";

/** What customers would be shown of a draft. */
export function usePreviewedPage(page: PageInput, lists: readonly OfferedList[]): ContactPage {
  const t = useTranslations("settings.contactPage.questions");
  const { workspaceName, slug, accentHue, timeZone } = useWorkspace();
  const {
    isOpen: _,
    assignment: _a,
    memberId: _m,
    teamId: _t,
    changeRules: _r,
    listIds,
    ...face
  } = page;
  return {
    ...face,
    workspace: workspaceName,
    slug,
    accentHue,
    timeZone,
    questions: page.questions.map((question, place) => ({
      ...question,
      labels:
        question.labels.de || question.labels.en
          ? question.labels
          : { de: t("number", { place: place + 1 }) },
    })),
    lists: lists.filter(({ id }) => listIds === null || listIds.includes(id)),
  };
}
