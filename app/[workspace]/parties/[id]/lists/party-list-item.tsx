"use client";

import { Ellipsis, ListChecks, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { SubscriptionBadge } from "../../../lists/subscription-badge";
import { useWorkspace } from "../../../workspace-context";
import type { PartyListEntry } from "./use-party-lists";

type PartyListItemProps = { entry: PartyListEntry; isBlacklisted: boolean; onLeave: () => void };

/** One list: the state of the party on it, since when, and how that came. */
export function PartyListItem({ entry, isBlacklisted, onLeave }: PartyListItemProps) {
  const t = useTranslations("contactList");
  const { slug } = useWorkspace();
  const { id, name, status, list } = entry;
  const href = `/${slug}/lists/${list.id}?subscription=${id}` as const;
  const entries: MenuEntry[] = [
    { kind: "link", label: t("ofParty.open"), icon: <ListChecks size={16} />, href },
  ];
  if (status === "pending" || status === "accepted") {
    entries.push({ label: t("ofParty.takeOff"), icon: <UserMinus size={16} />, onSelect: onLeave });
  }
  return (
    <li className="flex items-start gap-2 text-13">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 wrap-anywhere font-medium">{name}</span>
          <SubscriptionBadge status={status} isBlacklisted={isBlacklisted} />
        </p>
        <Origin entry={entry} />
      </div>
      <Menu
        label={t("ofParty.menu", { name })}
        align="end"
        entries={entries}
        trigger={(props) => (
          <IconButton
            {...props}
            size="sm"
            label={t("ofParty.menu", { name })}
            icon={<Ellipsis size={16} />}
          />
        )}
      />
    </li>
  );
}

/** How the party came into its state; nothing where no consent was noted. */
function Origin({ entry: { consents } }: { entry: PartyListEntry }) {
  const t = useTranslations("contactList");
  const format = useFormat();
  const [consent] = consents;
  if (!consent) return null;
  const { origin, notedAt, givenOn, actor } = consent;
  const name = actor?.name ?? t("consents.somebody");
  return (
    <p className="text-12 text-muted">
      {t("ofParty.since", { day: format.date(notedAt) })},{" "}
      {t(`consents.origins.${origin}`, { name })}
      {givenOn && `, ${t("consents.givenOn", { day: format.date(givenOn) })}`}
    </p>
  );
}
