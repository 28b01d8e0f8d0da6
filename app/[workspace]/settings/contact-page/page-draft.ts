import type { ContactPageSettings } from "@/domain/contact-page-settings-input";
import type { ContactQuestion } from "@/domain/contact-question";
import type { LocalizedText } from "@/domain/localized-text";

/** Both languages as they are typed; empty is none. */
export type TypedTexts = { de: string; en: string };

type OptionDraft = { id: string; words: TypedTexts };

/** The options stay while another kind is chosen, for who comes back to them. */
export type QuestionDraft = Omit<ContactQuestion, "labels" | "options"> & {
  labels: TypedTexts;
  options: readonly OptionDraft[];
};

export type PageInput = Omit<ContactPageSettings, "version">;

export type PageDraft = Omit<
  PageInput,
  "titles" | "introductions" | "thanks" | "consentTexts" | "privacyUrl" | "questions"
> & {
  titles: TypedTexts;
  introductions: TypedTexts;
  thanks: TypedTexts;
  consentTexts: TypedTexts;
  privacyUrl: string;
  questions: readonly QuestionDraft[];
};

export type ChangePage = (
  part: Partial<PageDraft> | ((latest: PageDraft) => Partial<PageDraft>),
) => void;

/** What every part of the form is given. */
export type PagePartProps = { draft: PageDraft; editable: boolean; change: ChangePage };

export function draftOf({ version: _, ...page }: ContactPageSettings): PageDraft {
  return {
    ...page,
    titles: typed(page.titles),
    introductions: typed(page.introductions),
    thanks: typed(page.thanks),
    consentTexts: typed(page.consentTexts),
    privacyUrl: page.privacyUrl ?? "",
    questions: page.questions.map((question) => ({
      ...question,
      labels: typed(question.labels),
      // The same whenever the page is read: what was not changed is not taken for changed.
      options: question.options.map((option, place) => ({
        id: `${question.id}-${place}`,
        words: typed(option),
      })),
    })),
  };
}

export function inputOf(draft: PageDraft): PageInput {
  return {
    ...draft,
    titles: texts(draft.titles),
    introductions: texts(draft.introductions),
    thanks: texts(draft.thanks),
    consentTexts: texts(draft.consentTexts),
    privacyUrl: draft.privacyUrl.trim() || null,
    questions: draft.questions.map(questionOf),
    memberId: draft.assignment === "member" ? draft.memberId : null,
    teamId: draft.assignment === "turns" ? draft.teamId : null,
  };
}

function questionOf({ labels, options, ...question }: QuestionDraft): ContactQuestion {
  const isChoice = question.kind === "choice";
  return {
    ...question,
    labels: texts(labels) ?? {},
    options: isChoice ? options.flatMap(({ words }) => texts(words) ?? []) : [],
  };
}

function typed(text: LocalizedText | null): TypedTexts {
  return { de: text?.de ?? "", en: text?.en ?? "" };
}

function texts({ de, en }: TypedTexts): LocalizedText | null {
  const kept = { ...(de.trim() && { de }), ...(en.trim() && { en }) };
  return kept.de || kept.en ? kept : null;
}
