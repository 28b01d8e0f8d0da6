"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import { canAnswerErasure } from "@/domain/access";
import type { ErasureRequest } from "@/domain/customer-request-answers";
import { useWorkspace } from "../workspace-context";
import { DeclineErasureDialog } from "./decline-erasure-dialog";
import { ErasureRow } from "./erasure-row";
import { useDecisions } from "./use-decisions";
import { useKeptFocus } from "./use-kept-focus";

type ErasureRequestsProps = {
  label: string;
  requests: readonly ErasureRequest[];
  now: Date;
  today: string;
  isNamed: boolean;
};

/** Who wants to be forgotten, answered by managers and admins. */
export function ErasureRequests(props: ErasureRequestsProps) {
  const { label, requests, ...row } = props;
  const t = useTranslations("request.erasure");
  const { accessRole } = useWorkspace();
  const { decideErasure } = useDecisions();
  const keptFocus = useKeptFocus(requests.map(({ id }) => id));
  const [open, setOpen] = useState<{ request: ErasureRequest; as: "done" | "declined" } | null>(
    null,
  );
  const mayAnswer = canAnswerErasure(accessRole);
  const nameOf = ({ party }: ErasureRequest) => party?.name ?? t("gone");
  return (
    <>
      {!mayAnswer && requests.length > 0 && (
        <p className="px-5 pt-1 text-pretty text-13 text-muted">{t("notYours")}</p>
      )}
      <ul aria-label={label} hidden={requests.length === 0} {...keptFocus}>
        {requests.map((request) => (
          <ErasureRow key={request.id} request={request} {...row}>
            {mayAnswer && (
              <>
                <Button
                  icon={<Check size={16} />}
                  aria-label={t("doneOf", { name: nameOf(request) })}
                  onClick={() => setOpen({ request, as: "done" })}
                >
                  {t("done")}
                </Button>
                <Button
                  variant="ghost"
                  icon={<X size={16} />}
                  aria-label={t("declineOf", { name: nameOf(request) })}
                  onClick={() => setOpen({ request, as: "declined" })}
                >
                  {t("decline")}
                </Button>
              </>
            )}
          </ErasureRow>
        ))}
      </ul>
      {open?.as === "done" && (
        <ConfirmDialog
          open
          onOpenChange={() => setOpen(null)}
          title={t("doneTitle", { name: nameOf(open.request) })}
          description={t("doneText")}
          confirmLabel={t("confirmDone")}
          onConfirm={() => {
            setOpen(null);
            void decideErasure(open.request, null);
          }}
        />
      )}
      {open?.as === "declined" && (
        <DeclineErasureDialog
          name={nameOf(open.request)}
          onDecline={(note) => decideErasure(open.request, note)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
