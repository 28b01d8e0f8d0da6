"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useToast } from "@/app/_ui/toast/use-toast";
import { slugOf } from "@/domain/workspace-slug";
import type { Draft, DraftColleague } from "./draft";
import type { Places } from "./use-places";

/** Makes the workspace, invites the colleagues and goes to the board. May be run again. */
export function useFinish(draft: Draft, places: Places) {
  const client = useTRPCClient();
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const t = useTranslations("setup");

  async function invite({ email, accessRole }: DraftColleague): Promise<string | null> {
    try {
      await client.invitation.create.mutate({ email, accessRole, teamId: null });
      return null;
    } catch (error) {
      // After a retry some are invited already, which is what was wanted.
      return errorCodeOf(error) === "already_exists" ? null : email;
    }
  }

  const finish = useMutation({
    mutationFn: async () => {
      const { slug } = await client.workspace.create.mutate({
        id: draft.id,
        slug: slugOf(draft.company),
        company: draft.company,
        currency: places.currency,
        timeZone: places.timeZone,
        locale,
        givenName: draft.givenName,
        familyName: draft.familyName,
        teamName: t("pipeline.team"),
        stages: draft.stages.map(({ name, kind, probability, rotDays }) => ({
          name,
          kind,
          probability: probability ?? 0,
          rotDays,
        })),
      });
      const wanted = draft.colleagues.filter(({ email }) => email.trim() !== "");
      const refused = await Promise.all(wanted.map(invite));
      return { slug, refused: refused.filter((email) => email !== null) };
    },
    onSuccess: ({ slug, refused }) => {
      if (refused.length > 0) {
        toast.error(
          t("colleagues.invitationsFailed", { count: refused.length }),
          t("colleagues.invitationsFailedHelp", { emails: refused.join(", ") }),
        );
      }
      router.push(`/${slug}/board`);
    },
  });
  return {
    run: () => finish.mutate(),
    pending: finish.isPending || finish.isSuccess,
    error: finish.error,
  };
}
