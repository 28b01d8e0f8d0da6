"use client";

import { Copy, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { useToast } from "@/app/_ui/toast/use-toast";
import { useWorkspace } from "../../workspace-context";
import type { Invitation } from "./use-invitation-edits";

type InvitationRowProps = {
  invitation: Invitation;
  /** The team's name, if the invitation names one. */
  team: string | undefined;
  onTakeBack: () => void;
};

/** An invitation that nobody has accepted yet. */
export function InvitationRow({ invitation, team, onTakeBack }: InvitationRowProps) {
  const t = useTranslations("settings");
  const format = useFormat();
  const toast = useToast();
  const { workspaceName } = useWorkspace();
  const { email, accessRole, expiresAt } = invitation;
  const date = format.date(expiresAt);
  const expired = Date.parse(expiresAt) < Date.now();

  async function copy() {
    const address = `${window.location.origin}/welcome`;
    const hint = t("invitations.hint", { workspace: workspaceName, address, email, date });
    try {
      await navigator.clipboard.writeText(hint);
      toast.show({ title: t("invitations.copied"), tone: "success" });
    } catch {
      // The hint itself is shown: it can be marked and copied by hand.
      toast.error(t("invitations.copyFailed"), hint);
    }
  }

  return (
    <li className="flex items-center gap-3 border-hairline border-b py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={email}>
          {email}
        </p>
        <p className="flex flex-wrap items-center gap-x-1.5 text-13 text-muted">
          {[t(`roles.${accessRole}`), team, !expired && t("invitations.until", { date })]
            .filter(Boolean)
            .join(" · ")}
          {expired && <Badge tone="amber">{t("invitations.expired")}</Badge>}
        </p>
      </div>
      <IconButton
        label={t("invitations.copy", { email })}
        icon={<Copy size={16} />}
        onClick={copy}
      />
      <IconButton
        label={t("invitations.takeBack", { email })}
        icon={<Undo2 size={16} />}
        onClick={onTakeBack}
      />
    </li>
  );
}
