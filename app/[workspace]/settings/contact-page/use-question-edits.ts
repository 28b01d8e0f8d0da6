"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { flushSync } from "react-dom";
import { newId } from "@/app/_realtime/new-id";
import { announce } from "@/app/_ui/live-region";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { ChangePage, QuestionDraft } from "./page-draft";

export type QuestionEdits = ReturnType<typeof useQuestionEdits>;

/** Changing the list of questions; the focus stays with what the hand is at. */
export function useQuestionEdits(
  questions: readonly QuestionDraft[],
  change: ChangePage,
  box: RefObject<HTMLElement | null>,
) {
  const t = useTranslations("settings.contactPage.questions");
  const toast = useToast();

  function put(next: readonly QuestionDraft[], ...focus: string[]) {
    flushSync(() => change({ questions: next }));
    for (const selector of focus) {
      const found = box.current?.querySelector<HTMLElement>(selector);
      if (found) return found.focus();
    }
  }

  const update = (id: string, part: Partial<QuestionDraft>) =>
    change(({ questions: latest }) => ({
      questions: latest.map((one) => (one.id === id ? { ...one, ...part } : one)),
    }));

  function add() {
    const id = newId();
    const question: QuestionDraft = {
      id,
      labels: { de: "", en: "" },
      kind: "text",
      isRequired: false,
      options: [newOption(), newOption()],
    };
    put([...questions, question], `[data-question="${id}"] input`);
  }

  function move(from: number, by: 1 | -1) {
    const [question, other] = [questions[from], questions[from + by]];
    if (!question || !other) return;
    const card = `[data-question="${question.id}"]`;
    put(
      questions.with(from, other).with(from + by, question),
      `${card} [data-move="${by}"]:enabled`,
      `${card} [data-move]:enabled`,
    );
    announce(t("moved", { name: nameOf(question, from), place: from + by + 1 }));
  }

  function remove(place: number) {
    const question = questions[place];
    if (!question) return;
    const neighbour = questions[place + 1] ?? questions[place - 1];
    put(
      questions.toSpliced(place, 1),
      `[data-question="${neighbour?.id}"] [data-remove]`,
      "[data-add]",
    );
    toast.undoable(t("removed", { name: nameOf(question, place) }), () =>
      change(({ questions: latest }) => ({
        questions: latest.some(({ id }) => id === question.id)
          ? latest
          : latest.toSpliced(place, 0, question),
      })),
    );
  }

  function removeOption({ id, options }: QuestionDraft, place: number) {
    const option = options[place];
    if (!option) return;
    const neighbour = options[place + 1] ?? options[place - 1];
    flushSync(() => update(id, { options: options.toSpliced(place, 1) }));
    box.current
      ?.querySelector<HTMLElement>(`[data-option="${neighbour?.id}"] [data-remove-option]`)
      ?.focus();
    const name = option.words.de || option.words.en || t("option", { place: place + 1 });
    toast.undoable(t("removed", { name }), () =>
      change(({ questions: latest }) => ({
        questions: latest.map((one) =>
          one.id === id ? { ...one, options: one.options.toSpliced(place, 0, option) } : one,
        ),
      })),
    );
  }

  function addOption({ id, options }: QuestionDraft) {
    const option = newOption();
    flushSync(() => update(id, { options: [...options, option] }));
    box.current?.querySelector<HTMLElement>(`[data-option="${option.id}"] input`)?.focus();
  }

  const nameOf = ({ labels }: QuestionDraft, place: number) =>
    labels.de.trim() || labels.en.trim() || t("number", { place: place + 1 });

  return { add, update, move, remove, addOption, removeOption, nameOf };
}

function newOption() {
  return { id: newId(), words: { de: "", en: "" } };
}
