"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";
import { useToast } from "@/app/_ui/toast/use-toast";

type CopyFieldProps = { label: string; hint?: ReactNode; value: string };

/** Something to take elsewhere: with a button, or marked and copied by hand. */
export function CopyField({ label, hint, value }: CopyFieldProps) {
  const t = useTranslations("settings.contactPage.copy");
  const toast = useToast();

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      toast.show({ title: t("done", { label }), tone: "success" });
    } catch {
      toast.error(t("failed"), t("byHand"));
    }
  }

  return (
    <div className="flex items-start gap-2">
      <TextField
        label={label}
        hint={hint}
        readOnly
        className="flex-1"
        value={value}
        onFocus={(event) => event.target.select()}
      />
      <IconButton
        variant="secondary"
        // Beside the control, below its label.
        className="mt-6"
        label={t("action", { label })}
        icon={<Copy size={16} />}
        onClick={copy}
      />
    </div>
  );
}
