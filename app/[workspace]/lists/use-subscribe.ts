"use client";

import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { SubscribeOutcomes } from "@/domain/contact-list-answers";
import { mostSubscribed } from "@/domain/subscription-input";
import { useOutcomeWords } from "./use-outcome-words";

/** Asks parties whether they want a list, and tells what became of them. */
export function useSubscribe() {
  const t = useTranslations("contactList");
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const outcomeWords = useOutcomeWords();

  /** Whether it worked. */
  return async (list: { id: string; name: string }, partyIds: readonly string[]) => {
    let told = nothing;
    try {
      for (let from = 0; from < partyIds.length; from += mostSubscribed) {
        const { outcomes } = await client.subscription.add.mutate({
          listId: list.id,
          partyIds: partyIds.slice(from, from + mostSubscribed),
          mutationId: newId(),
        });
        if (outcomes) told = sum(told, outcomes);
      }
    } catch (error) {
      toast.error(t("addFailed", { name: list.name }), errorText(error));
      return false;
    }
    toast.show({
      title: t("outcomes.title", { name: list.name }),
      description: outcomeWords(told),
      tone: told.asked > 0 ? "success" : "neutral",
      duration: readingTime,
    });
    return true;
  };
}

/** A sentence with several numbers takes longer to read than a word, ms. */
const readingTime = 10_000;

const nothing: SubscribeOutcomes = {
  asked: 0,
  already: 0,
  declined: 0,
  leftOut: 0,
  withoutEmail: 0,
};

function sum(a: SubscribeOutcomes, b: SubscribeOutcomes): SubscribeOutcomes {
  return {
    asked: a.asked + b.asked,
    already: a.already + b.already,
    declined: a.declined + b.declined,
    leftOut: a.leftOut + b.leftOut,
    withoutEmail: a.withoutEmail + b.withoutEmail,
  };
}
