"use client";

import { ArrowRightLeft, Ban, Hand, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { openLeadStatuses } from "@/domain/lead-input";
import { useLeadActions } from "../use-lead-actions";
import { type LeadDetails, useLeadEdits } from "./use-lead";

/** What can be done next with a lead that is not converted yet. */
export function LeadSteps({ lead, onConvert }: { lead: LeadDetails; onConvert: () => void }) {
  const t = useTranslations("lead");
  const { take } = useLeadActions();
  const edits = useLeadEdits(lead);
  const [isEnding, setEnding] = useState(false);
  const { status } = lead;

  if (status === "disqualified") {
    return (
      <Button icon={<RotateCcw size={16} />} onClick={() => void edits.setStatus("working")}>
        {t("panel.reopen")}
      </Button>
    );
  }
  if (isEnding) {
    return (
      <ReasonForm
        onClose={() => setEnding(false)}
        onEnd={(reason) => {
          setEnding(false);
          void edits.disqualify(reason);
        }}
      />
    );
  }
  return (
    <div className="space-y-3">
      {status !== "converted" && (
        <SegmentedControl
          label={t("status.label")}
          className="w-full *:min-w-0 *:flex-1"
          value={status}
          onValueChange={(next) => void edits.setStatus(next)}
          segments={openLeadStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {lead.ownerId === null && (
          <Button icon={<Hand size={16} />} onClick={() => void take(lead)}>
            {t("take")}
          </Button>
        )}
        <Button variant="primary" icon={<ArrowRightLeft size={16} />} onClick={onConvert}>
          {t("panel.convert")}
        </Button>
        <Button
          variant="ghost"
          className="ml-auto"
          icon={<Ban size={16} />}
          onClick={() => setEnding(true)}
        >
          {t("panel.disqualify")}
        </Button>
      </div>
    </div>
  );
}

type ReasonFormProps = { onEnd: (reason: string) => void; onClose: () => void };

function ReasonForm({ onEnd, onClose }: ReasonFormProps) {
  const t = useTranslations("lead.panel");
  const actions = useTranslations("common.actions");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === "") return setMissing(true);
    onEnd(reason);
  }

  return (
    <form
      onSubmit={submit}
      data-keep-escape=""
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose();
      }}
      className="space-y-3 rounded-8 bg-sunken p-3"
    >
      <TextField
        label={t("reason")}
        autoFocus
        autoComplete="off"
        maxLength={500}
        value={reason}
        error={missing ? t("reasonMissing") : undefined}
        onChange={({ target }) => {
          setReason(target.value);
          setMissing(false);
        }}
      />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {actions("cancel")}
        </Button>
        <Button type="submit" variant="primary">
          {t("disqualify")}
        </Button>
      </div>
    </form>
  );
}
