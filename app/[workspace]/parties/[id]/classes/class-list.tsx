"use client";

import { Ban, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/app/_ui/badge";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { canAdminister } from "@/domain/access";
import { useWorkspace } from "../../../workspace-context";
import { NameDialog } from "../name-dialog";
import { type Opened, useOpened } from "../party-context";
import { Section } from "../section";
import { useClasses } from "./use-classes";

/** What the party is classed as, why, since when and by whom. */
export function ClassList() {
  const t = useTranslations("party.classes");
  const { opened } = useOpened();
  const { accessRole } = useWorkspace();
  const { className, current, add, end, create } = useClasses();
  const [isNaming, setNaming] = useState(false);
  const held = new Set(current.map(({ code }) => code));
  const kinds = [
    { kind: "VALUE", label: t("value") },
    { kind: "SIZE", label: t("size") },
    { kind: "OTHER", label: t("other") },
  ];
  const entries: MenuEntry[] = kinds.flatMap(({ kind, label }) => {
    const free = opened.classes.filter((one) => one.kind === kind && !held.has(one.code));
    if (free.length === 0) return [];
    return [
      { kind: "heading" as const, label },
      ...free.map(({ code }) => ({
        label: className(code),
        onSelect: () => void add(code, null),
      })),
    ];
  });
  if (canAdminister(accessRole)) {
    entries.push(
      { kind: "separator" },
      { label: t("own"), icon: <Plus size={16} />, onSelect: () => setNaming(true) },
    );
  }
  return (
    <Section
      title={t("title")}
      action={
        <Menu
          label={t("add")}
          align="end"
          entries={entries}
          trigger={(props) => (
            <IconButton {...props} size="sm" label={t("add")} icon={<Plus size={16} />} />
          )}
        />
      }
    >
      {current.length === 0 && <p className="text-13 text-muted">{t("empty")}</p>}
      <ul className="space-y-1.5">
        {current.map((one) => (
          <ClassItem
            key={one.id}
            one={one}
            name={className(one.code)}
            onEnd={() => void end(one)}
          />
        ))}
      </ul>
      <NameDialog
        open={isNaming}
        onClose={() => setNaming(false)}
        title={t("own")}
        text={t("ownText")}
        label={t("name")}
        onCreate={create}
      />
    </Section>
  );
}

type ClassItemProps = {
  one: Opened["classifications"][number];
  name: string;
  onEnd: () => void;
};

function ClassItem({ one, name, onEnd }: ClassItemProps) {
  const t = useTranslations("party.classes");
  const format = useFormat();
  const { memberName } = useOpened();
  const isBlacklist = one.kind === "BLACKLIST";
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-13">
      <Menu
        label={t("menu", { name })}
        entries={[{ label: t("end"), onSelect: onEnd }]}
        trigger={(props) => (
          <button
            {...props}
            type="button"
            className="flex items-center rounded-6 pointer-coarse:min-h-11"
          >
            <Badge
              tone={isBlacklist ? "red" : "neutral"}
              icon={isBlacklist ? <Ban size={12} aria-hidden="true" /> : undefined}
              className="h-6 px-2 pointer-coarse:h-8"
            >
              {name}
            </Badge>
          </button>
        )}
      />
      <span className="text-12 text-muted">
        {t("by", { name: memberName(one.authorId) ?? "–", day: format.date(one.from) })}
      </span>
      {one.reason !== null && <p className="w-full wrap-anywhere">{one.reason}</p>}
    </li>
  );
}
