import type { ContactPageSettings } from "@/domain/contact-page-settings-input";
import type { LocalizedText } from "@/domain/localized-text";

/** Both languages as they are typed; empty is none. */
export type TypedTexts = { de: string; en: string };

type Page = Omit<ContactPageSettings, "version">;

export type PageDraft = Omit<
  Page,
  "titles" | "introductions" | "thanks" | "consentTexts" | "privacyUrl"
> & {
  titles: TypedTexts;
  introductions: TypedTexts;
  thanks: TypedTexts;
  consentTexts: TypedTexts;
  privacyUrl: string;
};

export function draftOf({ version: _, ...page }: ContactPageSettings): PageDraft {
  return {
    ...page,
    titles: typed(page.titles),
    introductions: typed(page.introductions),
    thanks: typed(page.thanks),
    consentTexts: typed(page.consentTexts),
    privacyUrl: page.privacyUrl ?? "",
  };
}

export function inputOf(draft: PageDraft): Page {
  return {
    ...draft,
    titles: texts(draft.titles),
    introductions: texts(draft.introductions),
    thanks: texts(draft.thanks),
    consentTexts: texts(draft.consentTexts),
    privacyUrl: draft.privacyUrl.trim() || null,
    memberId: draft.assignment === "member" ? draft.memberId : null,
    teamId: draft.assignment === "turns" ? draft.teamId : null,
  };
}

function typed(text: LocalizedText | null): TypedTexts {
  return { de: text?.de ?? "", en: text?.en ?? "" };
}

function texts({ de, en }: TypedTexts): LocalizedText | null {
  const kept = { ...(de.trim() && { de }), ...(en.trim() && { en }) };
  return kept.de || kept.en ? kept : null;
}
