"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";

/** Asks why an opportunity is started although its customer is on the blacklist. */
export function ReasonForm({ onGive }: { onGive: (reason: string) => void }) {
  const t = useTranslations("board.quickAdd");
  const [reason, setReason] = useState("");

  function give() {
    if (reason.trim() !== "") onGive(reason);
  }

  return (
    <div className="mt-1.5 space-y-1.5">
      <p>{t("blacklistText")}</p>
      <TextField
        label={t("blacklistReason")}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => {
          // It stands inside the form that adds, which Enter would send.
          if (event.key !== "Enter") return;
          event.preventDefault();
          give();
        }}
      />
      <Button size="sm" disabled={reason.trim() === ""} onClick={give}>
        {t("blacklistAdd")}
      </Button>
    </div>
  );
}
