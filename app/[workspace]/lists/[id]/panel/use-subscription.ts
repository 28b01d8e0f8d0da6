"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { SubscriptionHistory } from "@/domain/contact-list-answers";
import { useReadListsAnew } from "../../use-contact-lists";

/** Where a party stands on a list, how it came there, and how it is taken off. */
export function useSubscription(id: string) {
  const t = useTranslations("contactList.panel");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const readAnew = useReadListsAnew();
  const [isTakingOff, setTakingOff] = useState(false);
  const { data, error, refetch } = useQuery(trpc.subscription.history.queryOptions({ id }));

  async function takeOff({ party }: SubscriptionHistory) {
    setTakingOff(true);
    try {
      await client.subscription.unsubscribe.mutate({ id });
      toast.show({ title: t("takenOff", { name: party.name }), tone: "success" });
    } catch (failure) {
      toast.error(t("takeOffFailed", { name: party.name }), errorText(failure));
    }
    await readAnew();
    setTakingOff(false);
  }

  return { subscription: data, error, retry: () => void refetch(), isTakingOff, takeOff };
}
