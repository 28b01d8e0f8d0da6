"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { IconButton } from "@/app/_ui/icon-button";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import { Skeleton } from "@/app/_ui/skeleton";
import { useOpened } from "../party-context";
import { Section } from "../section";
import { PartyListItem } from "./party-list-item";
import { type PartyListEntry, usePartyLists } from "./use-party-lists";

const [AddToListDialog] = deferred(
  async () => (await import("../../list/add-to-list-dialog")).AddToListDialog,
);

/** The contact lists that the party is or was on, how that came, and the way onto another. */
export function PartyLists() {
  const t = useTranslations("contactList.ofParty");
  const { party } = useOpened().opened;
  const { entries, error, takeOff } = usePartyLists(party.id, party.name);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<PartyListEntry | null>(null);
  const [isPending, setPending] = useState(false);

  async function confirm() {
    if (!leaving) return;
    setPending(true);
    await takeOff(leaving.id);
    setPending(false);
    setLeaving(null);
  }

  return (
    <Section
      title={t("title")}
      action={
        <IconButton
          size="sm"
          label={t("add")}
          icon={<Plus size={16} />}
          onClick={() => setAdding(true)}
        />
      }
    >
      {!entries && !error && <Skeleton className="h-4 w-40" />}
      {!entries && error && <p className="text-13 text-red-text">{t("failed")}</p>}
      {entries?.length === 0 && <p className="text-13 text-muted">{t("empty")}</p>}
      {entries && entries.length > 0 && (
        <ul aria-label={t("title")} className="space-y-2">
          {entries.map((entry) => (
            <PartyListItem
              key={entry.id}
              entry={entry}
              isBlacklisted={party.isBlacklisted}
              onLeave={() => setLeaving(entry)}
            />
          ))}
        </ul>
      )}
      {isAdding && (
        <Suspense fallback={null}>
          <AddToListDialog partyIds={[party.id]} onClose={() => setAdding(false)} />
        </Suspense>
      )}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={() => setLeaving(null)}
        title={t("confirmTitle", { name: leaving?.name ?? "" })}
        description={t("confirmText", { party: party.name })}
        confirmLabel={t("confirm")}
        pending={isPending}
        danger
        onConfirm={() => void confirm()}
      />
    </Section>
  );
}
