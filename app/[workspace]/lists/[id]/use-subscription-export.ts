"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { dayIn } from "@/app/_ui/format/date";
import type { Subscription } from "@/domain/contact-list-answers";
import { mostExported } from "@/domain/subscription-input";
import { useFileExport } from "../../parties/list/export/use-file-export";
import { useWorkspace } from "../../workspace-context";
import { type SubscriptionView, subscriptionInput } from "./subscription-views";
import type { SubscriptionPage } from "./use-subscriptions";

const fileColumns = ["party", "email", "status", "since", "blacklist"] as const;

type Place = NonNullable<SubscriptionPage["nextCursor"]>;

/** Writes who stands on a list into a file; who is blacklisted is marked as left out. */
export function useSubscriptionExport() {
  const client = useTRPCClient();
  const t = useTranslations("contactList");
  const { timeZone } = useWorkspace();
  const { running, cancel, run } = useFileExport();
  return {
    running,
    cancel,
    exportList: (listId: string, view: SubscriptionView, text: string, total: number | null) =>
      run<Subscription, Place>({
        fileName: t("fileName"),
        total,
        head: fileColumns.map((column) => t(`columns.${column}`)),
        toCells: ({ party, email, status, since }) => [
          party.name,
          email,
          t(`status.${status}`),
          dayIn(new Date(since), timeZone),
          party.isBlacklisted ? t("leftOut") : "",
        ],
        fetchPage: async (cursor, signal) => {
          const { items, nextCursor } = await client.subscription.export.query(
            { ...subscriptionInput(listId, view, text), cursor, limit: mostExported },
            { signal },
          );
          return { rows: items, nextCursor };
        },
      }),
  };
}
