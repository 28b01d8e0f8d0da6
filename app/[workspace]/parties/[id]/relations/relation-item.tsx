"use client";

import { Ban, Ellipsis, Eye } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { Avatar } from "@/app/_ui/avatar";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { partyAddress } from "../../../open-address";
import { useWorkspace } from "../../../workspace-context";
import { dayBefore } from "../last-day";
import { isOver, type Opened, useOpened } from "../party-context";
import { PeriodDialog } from "../period-dialog";
import { usePartyActions } from "../use-party-actions";
import { useRelationWords } from "./use-relation-words";
import { useSharing } from "./use-sharing";

type Relation = Opened["relations"][number];

/** One party that this one is related to: how, as what, and when. */
export function RelationItem({ relation }: { relation: Relation }) {
  const t = useTranslations("party.relations");
  const format = useFormat();
  const { slug } = useWorkspace();
  const words = useRelationWords();
  const client = useTRPCClient();
  const { run } = usePartyActions();
  const [isDating, setDating] = useState(false);
  const sharing = useSharing(relation);
  const dated = useEntries(relation, () => setDating(true));
  const entries = sharing ? [sharing.entry, ...dated] : dated;
  const { party, title, valid } = relation;
  const facts = [
    words(relation),
    title,
    valid.from === null ? null : t("since", { day: format.date(valid.from) }),
    valid.until === null ? null : t("until", { day: format.date(dayBefore(valid.until)) }),
  ];
  return (
    <li className="flex min-h-12 items-center gap-3 py-1.5">
      <Avatar
        name={party.name}
        decorative
        shape={party.kind === "person" ? "round" : "square"}
        size="lg"
      />
      <div className="min-w-0 flex-1">
        <Link
          href={partyAddress(slug, party.id)}
          className="inline-flex max-w-full items-center gap-1.5 rounded-6 font-medium hover:underline pointer-coarse:min-h-11"
        >
          <span className="truncate" title={party.name}>
            {party.name}
          </span>
          {party.isBlacklisted && (
            <Ban
              size={14}
              role="img"
              aria-label={t("blacklisted")}
              data-tooltip={t("blacklisted")}
              className="shrink-0 text-red-text"
            />
          )}
        </Link>
        <p className="text-12 text-muted">{facts.filter((fact) => fact !== null).join(" · ")}</p>
        {sharing && relation.sharesPage && (
          <p
            className="flex items-center gap-1 text-12 text-blue-text"
            data-tooltip={t("sharesPageOf", sharing.names)}
          >
            <Eye size={12} aria-hidden="true" />
            {t("sharesPage")}
          </p>
        )}
      </div>
      <Menu
        label={t("menu", { name: party.name })}
        align="end"
        entries={entries}
        trigger={(props) => (
          <IconButton
            {...props}
            label={t("menu", { name: party.name })}
            icon={<Ellipsis size={16} />}
          />
        )}
      />
      {isDating && (
        <PeriodDialog
          open
          onClose={() => setDating(false)}
          title={t("periodOf", { name: party.name })}
          valid={valid}
          onSave={(next) => {
            const { id, version } = relation;
            return run(() =>
              client.partyRelationship.setPeriod.mutate({ id, version, valid: next }),
            );
          }}
        />
      )}
    </li>
  );
}

function useEntries(relation: Relation, onPeriod: () => void): MenuEntry[] {
  const t = useTranslations("party.relations");
  const client = useTRPCClient();
  const { opened, today } = useOpened();
  const { undoable } = usePartyActions();
  const { id, version, typeCode, isFrom, title, valid, party, sharesPage } = relation;
  const ends = isFrom
    ? { fromId: opened.party.id, toId: party.id }
    : { fromId: party.id, toId: opened.party.id };
  const remove: MenuEntry = {
    label: t("remove"),
    danger: true,
    onSelect: () =>
      void undoable(
        t("removed", { name: party.name }),
        () => client.partyRelationship.remove.mutate({ id }),
        async () => {
          await client.partyRelationship.add.mutate({ id, typeCode, ...ends, title, valid });
          if (!sharesPage) return;
          await client.partyRelationship.setSharing.mutate({ id, version: 1, sharesPage });
        },
      ),
  };
  const period: MenuEntry = { label: t("period"), onSelect: onPeriod };
  const canEnd = !isOver(valid, today) && (valid.from === null || valid.from < today);
  if (!canEnd) return [period, remove];
  const end: MenuEntry = {
    label: t("end"),
    onSelect: () =>
      void undoable(
        t("ended", { name: party.name }),
        () =>
          client.partyRelationship.setPeriod.mutate({
            id,
            version,
            valid: { ...valid, until: today },
          }),
        () => client.partyRelationship.setPeriod.mutate({ id, version: version + 1, valid }),
      ),
  };
  return [period, end, remove];
}
