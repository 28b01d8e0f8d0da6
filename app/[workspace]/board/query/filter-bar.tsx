"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { type BoardFilter, isUnfiltered, me } from "@/domain/board-filter";
import { none, stepSignals } from "@/domain/board-query";
import { leadSourceCodes } from "@/domain/lead-source";
import { useBoardFrame } from "../board-frame";
import { AmountFields } from "./amount-fields";
import { ClosingFields, useClosingWords } from "./closing-fields";
import { FieldsFacet, ListFacet } from "./facet";
import { clearFilter, showFilter } from "./use-board-filter";

/** The conditions of a board, each a button that says what is chosen. */
export function FilterBar({ filter }: { filter: BoardFilter }) {
  const t = useTranslations("query.filter");
  const change = (part: Partial<BoardFilter>) => showFilter({ ...filter, ...part });
  return (
    <fieldset
      aria-label={t("bar")}
      className="flex scroll-quiet shrink-0 items-center gap-1.5 border-hairline border-b bg-surface px-4 py-2 @3xl/header:px-5"
    >
      <PeopleFacets filter={filter} onChange={change} />
      <SaleFacets filter={filter} onChange={change} />
      <FieldsFacet name={t("amount")} chosen={useAmountWords(filter)}>
        <AmountFields filter={filter} onChange={change} />
      </FieldsFacet>
      <FieldsFacet name={t("close")} chosen={useClosingWords(filter.close)}>
        <ClosingFields close={filter.close} onChange={(close) => change({ close })} />
      </FieldsFacet>
      {!isUnfiltered(filter) && (
        <Button variant="ghost" size="sm" onClick={() => clearFilter(filter)}>
          {t("clear")}
        </Button>
      )}
    </fieldset>
  );
}

type FacetsProps = { filter: BoardFilter; onChange: (part: Partial<BoardFilter>) => void };

function PeopleFacets({ filter, onChange }: FacetsProps) {
  const t = useTranslations("query.filter");
  const { members, teams, membership } = useBoardFrame();
  const others = members.filter(({ id, isActive }) => {
    return id !== membership.memberId && (isActive || filter.owners.includes(id));
  });
  const owners = [
    {
      value: me,
      label: t("me"),
      icon: <Avatar name={membership.memberName} size="xs" decorative />,
    },
    ...others.map(({ id, name }) => ({
      value: id,
      label: name,
      icon: <Avatar name={name} size="xs" decorative />,
    })),
    { value: none, label: t("nobody") },
  ];
  return (
    <>
      <ListFacet
        name={t("owner")}
        options={owners}
        values={filter.owners}
        onValues={(chosen) => onChange({ owners: chosen })}
      />
      {teams.length > 0 && (
        <ListFacet
          name={t("team")}
          options={[
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
            { value: none, label: t("noTeam") },
          ]}
          values={filter.teams}
          onValues={(chosen) => onChange({ teams: chosen })}
        />
      )}
    </>
  );
}

function SaleFacets({ filter, onChange }: FacetsProps) {
  const t = useTranslations("query.filter");
  const sources = useTranslations("opportunity.sources");
  return (
    <>
      <ListFacet
        name={t("signal")}
        options={stepSignals.map((value) => ({ value, label: t(value) }))}
        values={filter.signals}
        onValues={(chosen) => onChange({ signals: chosen })}
      />
      <ListFacet
        name={t("source")}
        options={[
          ...leadSourceCodes.map((value) => ({ value, label: sources(value) })),
          { value: none, label: t("noSource") },
        ]}
        values={filter.sources}
        onValues={(chosen) => onChange({ sources: chosen })}
      />
    </>
  );
}

function useAmountWords({ amountFrom, amountTo }: BoardFilter): string {
  const t = useTranslations("query.filter");
  const format = useFormat();
  const [from, to] = [amountFrom, amountTo].map((amount) => amount && format.decimal(amount));
  if (from && to) return t("range", { from, to });
  if (from) return t("atLeast", { value: from });
  return to ? t("atMost", { value: to }) : "";
}
