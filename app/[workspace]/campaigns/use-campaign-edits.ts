"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { inferInput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useToast } from "@/app/_ui/toast/use-toast";

type Router = ReturnType<typeof useTRPC>["campaign"];
export type CampaignPatch = inferInput<Router["update"]>["patch"];
export type NewCampaign = Omit<inferInput<Router["create"]>, "id" | "mutationId">;
type Seen = { id: string; version: number };

/** Makes, changes and sends campaigns; each answers whether it worked, and says why where not. */
export function useCampaignEdits() {
  const t = useTranslations("campaign");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();

  async function run(failed: string, write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      toast.error(failed, errorText(error));
      return false;
    } finally {
      await queryClient.invalidateQueries(trpc.campaign.pathFilter());
    }
  }

  return {
    create: (fields: NewCampaign, id: string) =>
      run(t("saveFailed"), () =>
        client.campaign.create.mutate({ id, mutationId: newId(), ...fields }),
      ),
    update: ({ id, version }: Seen, patch: CampaignPatch) =>
      run(t("saveFailed"), () =>
        client.campaign.update.mutate({ id, version, mutationId: newId(), patch }),
      ),
    send: (id: string) =>
      run(t("send.failed"), () => client.campaign.send.mutate({ id, mutationId: newId() })),
    stop: (id: string) =>
      run(t("sending.stopFailed"), () => client.campaign.stop.mutate({ id, mutationId: newId() })),
    test: (id: string, locale: "de" | "en") =>
      run(t("mail.testFailed"), async () => {
        await client.campaign.test.mutate({ id, locale, mutationId: newId() });
        toast.show({ title: t("mail.tested") });
      }),
  };
}
