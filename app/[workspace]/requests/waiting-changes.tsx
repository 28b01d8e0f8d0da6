"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import type { ShownChange } from "@/domain/customer-request-answers";
import { ChangeRow } from "./change-row";
import { useChangeWords } from "./use-change-words";
import { useDecisions } from "./use-decisions";
import { useKeptFocus } from "./use-kept-focus";

type WaitingChangesProps = {
  label: string;
  changes: readonly ShownChange[];
  now: Date;
  isNamed: boolean;
};

/** Corrections that wait for a member, each to be accepted or declined. */
export function WaitingChanges({ label, changes, now, isNamed }: WaitingChangesProps) {
  const t = useTranslations("request");
  const { what } = useChangeWords();
  const { decide } = useDecisions();
  const keptFocus = useKeptFocus(changes.map(({ id }) => id));
  const [declined, setDeclined] = useState<ShownChange | null>(null);
  return (
    <>
      <ul aria-label={label} hidden={changes.length === 0} {...keptFocus}>
        {changes.map((change) => {
          const said = { what: what(change), name: change.party.name };
          return (
            <ChangeRow key={change.id} change={change} now={now} isNamed={isNamed}>
              <Button
                icon={<Check size={16} />}
                aria-label={t("acceptOf", said)}
                onClick={() => void decide(change, true)}
              >
                {t("accept")}
              </Button>
              <Button
                variant="ghost"
                icon={<X size={16} />}
                aria-label={t("declineOf", said)}
                onClick={() => setDeclined(change)}
              >
                {t("decline")}
              </Button>
            </ChangeRow>
          );
        })}
      </ul>
      {declined && (
        <ConfirmDialog
          open
          onOpenChange={() => setDeclined(null)}
          title={t("declineTitle", { what: what(declined), name: declined.party.name })}
          description={t("declineText")}
          confirmLabel={t("decline")}
          danger
          onConfirm={() => {
            setDeclined(null);
            void decide(declined, false);
          }}
        />
      )}
    </>
  );
}
