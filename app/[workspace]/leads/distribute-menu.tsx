"use client";

import { Shuffle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Menu } from "@/app/_ui/popup/menu";
import { canEditPipeline } from "@/domain/access";
import { useWorkspace } from "../workspace-context";
import { useLeadActions } from "./use-lead-actions";
import { useLeadPeople } from "./use-lead-people";
import type { Lead } from "./use-leads";

/** Gives what waits to the members of a team in turn. The oldest goes first. */
export function DistributeMenu({ leads }: { leads: readonly Lead[] }) {
  const t = useTranslations("lead.distribute");
  const { accessRole } = useWorkspace();
  const { teams } = useLeadPeople();
  const { distribute } = useLeadActions();
  const ids = leads.map(({ id }) => id).toReversed();
  if (!canEditPipeline(accessRole) || ids.length === 0 || teams.length === 0) return null;
  return (
    <Menu
      label={t("menu")}
      align="end"
      entries={[
        { kind: "heading", label: t("heading", { count: Math.min(ids.length, 200) }) },
        ...teams.map(({ id, name }) => ({
          label: name,
          onSelect: () => void distribute(ids.slice(0, 200), id),
        })),
      ]}
      trigger={(props) => (
        <Button {...props} icon={<Shuffle size={16} />} aria-label={t("menu")}>
          <span className="max-sm:sr-only">{t("action")}</span>
        </Button>
      )}
    />
  );
}
