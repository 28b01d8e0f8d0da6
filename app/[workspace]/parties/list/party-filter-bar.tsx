"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { leadSourceCodes } from "@/domain/lead-source";
import { countPartyConditions, noPartyFilter, type PartyFilter } from "@/domain/party-filter";
import { partyKinds, partyStatuses } from "@/domain/party-query";
import { roleCodes } from "@/domain/party-roles";
import { ListFacet } from "../../board/query/facet";
import { useWorkspace } from "../../workspace-context";
import { useListWords } from "./list-context";
import type { ListFrame } from "./rows";

type FilterBarProps = {
  filter: PartyFilter;
  frame: ListFrame | null;
  onChange: (part: Partial<PartyFilter>) => void;
};

/** The conditions of the list, each a button that says what is chosen. */
export function PartyFilterBar({ filter, frame, onChange }: FilterBarProps) {
  const t = useTranslations("query.filter");
  const party = useTranslations("party");
  const own = useTranslations("partyList.filter");
  const { text, sort, isDescending } = filter;
  return (
    <fieldset
      aria-label={t("bar")}
      className="flex scroll-quiet shrink-0 items-center gap-1.5 border-hairline border-b bg-surface px-4 py-2 sm:px-5"
    >
      <ListFacet
        name={own("kind")}
        options={partyKinds.map((value) => ({ value, label: party(`fields.${value}`) }))}
        values={filter.kinds}
        onValues={(kinds) => onChange({ kinds })}
      />
      <RoleFacets filter={filter} frame={frame} onChange={onChange} />
      <OwnerFacet filter={filter} frame={frame} onChange={onChange} />
      <ListFacet
        name={own("status")}
        options={partyStatuses.map((value) => ({ value, label: party(`status.${value}`) }))}
        values={filter.statuses}
        onValues={(statuses) => onChange({ statuses })}
      />
      <SourceFacet filter={filter} frame={frame} onChange={onChange} />
      <Button
        size="sm"
        aria-pressed={filter.isBlacklisted}
        icon={<Ban size={14} />}
        className={cx(
          "rounded-full",
          filter.isBlacklisted && "border-accent! bg-accent-soft! text-accent-text!",
        )}
        onClick={() => onChange({ isBlacklisted: !filter.isBlacklisted })}
      >
        {party("blacklist.badge")}
      </Button>
      {countPartyConditions(filter) > 0 && (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => onChange({ ...noPartyFilter, text, sort, isDescending })}
        >
          {t("clear")}
        </Button>
      )}
    </fieldset>
  );
}

function RoleFacets({ filter, frame, onChange }: FilterBarProps) {
  const own = useTranslations("partyList.filter");
  const { roleName, className } = useListWords();
  const ownRoles =
    frame?.roleTypes.flatMap(({ code, name }) => (name === null ? [] : [code])) ?? [];
  const roles = [...roleCodes, ...ownRoles];
  return (
    <>
      <ListFacet
        name={own("role")}
        options={roles.map((value) => ({ value, label: roleName(value) }))}
        values={filter.roles}
        onValues={(chosen) => onChange({ roles: chosen })}
      />
      <ListFacet
        name={own("class")}
        options={(frame?.classes ?? [])
          .filter(({ kind }) => kind !== "BLACKLIST")
          .map(({ code }) => ({ value: code, label: className(code) }))}
        values={filter.classes}
        onValues={(classes) => onChange({ classes })}
      />
    </>
  );
}

function OwnerFacet({ filter, frame, onChange }: FilterBarProps) {
  const t = useTranslations("query.filter");
  const { memberId, memberName } = useWorkspace();
  const others = (frame?.members ?? []).filter(
    ({ id, isActive }) => id !== memberId && (isActive || filter.owners.includes(id)),
  );
  const people = [
    { value: "me", label: t("me"), name: memberName },
    ...others.map(({ id, name }) => ({ value: id, label: name, name })),
  ];
  return (
    <ListFacet
      name={t("owner")}
      options={[
        ...people.map(({ value, label, name }) => ({
          value,
          label,
          icon: <Avatar name={name} size="xs" decorative />,
        })),
        { value: "none", label: t("nobody") },
      ]}
      values={filter.owners}
      onValues={(owners) => onChange({ owners })}
    />
  );
}

function SourceFacet({ filter, onChange }: FilterBarProps) {
  const t = useTranslations("query.filter");
  const sources = useTranslations("opportunity.sources");
  return (
    <ListFacet
      name={t("source")}
      options={[
        ...leadSourceCodes.map((value) => ({ value, label: sources(value) })),
        { value: "none", label: t("noSource") },
      ]}
      values={filter.sources}
      onValues={(chosen) => onChange({ sources: chosen })}
    />
  );
}
