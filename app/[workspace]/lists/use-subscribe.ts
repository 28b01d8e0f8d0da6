"use client";

import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import { mostSubscribed } from "@/domain/subscription-input";
import { noOutcomes, sumOutcomes } from "./outcomes";
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
    let told = noOutcomes;
    try {
      for (let from = 0; from < partyIds.length; from += mostSubscribed) {
        const { outcomes } = await client.subscription.add.mutate({
          listId: list.id,
          partyIds: partyIds.slice(from, from + mostSubscribed),
          mutationId: newId(),
        });
        if (outcomes) told = sumOutcomes(told, outcomes);
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
