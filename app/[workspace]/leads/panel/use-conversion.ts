"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import { openAddress } from "../../open-address";
import { useWorkspace } from "../../workspace-context";
import { useLeadActions } from "../use-lead-actions";
import type { ConvertInput } from "./conversion";
import type { LeadDetails } from "./use-lead";

/** Converts a lead and says what became of it, also where a colleague was faster. */
export function useConversion(lead: LeadDetails) {
  const t = useTranslations("lead.convert");
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const errorText = useErrorText();
  const { slug } = useWorkspace();
  const { readAnew } = useLeadActions();
  const [isPending, setPending] = useState(false);
  const [isBlacklisted, setBlacklisted] = useState(false);

  async function convert(input: ConvertInput): Promise<void> {
    setPending(true);
    try {
      const { card } = await client.lead.convert.mutate(input);
      const isMine = card?.id === input.opportunityId;
      toast.show({
        title: isMine ? t("done", { name: lead.party.name }) : t("already"),
        ...(isMine && { tone: "success" as const }),
        ...(card && {
          action: { label: t("toBoard"), run: () => router.push(openAddress(slug, card.id)) },
        }),
      });
    } catch (error) {
      setBlacklisted(errorCodeOf(error) === "customer_blacklisted");
      toast.error(t("failed"), errorText(error));
    }
    await readAnew();
    setPending(false);
  }

  return { convert, isPending, isBlacklisted };
}
