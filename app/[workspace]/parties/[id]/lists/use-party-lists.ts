"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";
import { textIn } from "@/domain/localized-text";

/** The lists that a party stands on, by name, and how it is taken off one. */
export function usePartyLists(partyId: string, partyName: string) {
  const t = useTranslations("contactList.panel");
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const { data, error } = useQuery(trpc.subscription.ofParty.queryOptions({ partyId }));
  const entries = data
    ?.map((one) => ({ ...one, name: textIn(one.list.names, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));

  async function takeOff(id: string) {
    try {
      await client.subscription.unsubscribe.mutate({ id });
      toast.show({ title: t("takenOff", { name: partyName }), tone: "success" });
    } catch (failure) {
      toast.error(t("takeOffFailed", { name: partyName }), errorText(failure));
    }
    await queryClient.invalidateQueries(trpc.subscription.ofParty.queryFilter({ partyId }));
  }

  return { entries, error, takeOff };
}

export type PartyListEntry = NonNullable<ReturnType<typeof usePartyLists>["entries"]>[number];
