"use client";

import { Ban, Ellipsis, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { IconButton } from "@/app/_ui/icon-button";
import { PageHeader } from "@/app/_ui/page-header";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { LiveMark } from "../live-mark";
import { BlacklistDialog } from "./classes/blacklist-dialog";
import { useClasses } from "./classes/use-classes";
import { fullName } from "./full-name";
import { useOpened } from "./party-context";
import { PartyPeople } from "./presence/party-people";

/** Who it is, whether they are blacklisted, and whether what is shown is current. */
export function PartyHeader({ connection }: { connection: LiveConnection }) {
  const t = useTranslations("party");
  const { opened } = useOpened();
  const { blacklisted, end } = useClasses();
  const [isListing, setListing] = useState(false);
  const { party } = opened;
  const blacklist: MenuEntry = blacklisted
    ? {
        label: t("blacklist.end"),
        icon: <ShieldCheck size={16} />,
        onSelect: () => void end(blacklisted),
      }
    : {
        label: t("blacklist.start"),
        icon: <Ban size={16} />,
        danger: true,
        onSelect: () => setListing(true),
      };
  return (
    <>
      <PageHeader
        title={fullName(party)}
        leading={
          <>
            <Avatar
              name={party.name}
              decorative
              shape={party.kind === "person" ? "round" : "square"}
              size="lg"
            />
            {party.isBlacklisted && (
              <Badge tone="red" icon={<Ban size={12} aria-hidden="true" />} className="order-last">
                {t("blacklist.badge")}
              </Badge>
            )}
          </>
        }
        people={
          <>
            <PartyPeople />
            <LiveMark connection={connection} />
          </>
        }
        action={
          !opened.isOwnCompany && (
            <Menu
              label={t("menu")}
              align="end"
              entries={[blacklist]}
              trigger={(props) => (
                <IconButton {...props} label={t("menu")} icon={<Ellipsis size={16} />} />
              )}
            />
          )
        }
      />
      <BlacklistDialog open={isListing} onClose={() => setListing(false)} />
    </>
  );
}
