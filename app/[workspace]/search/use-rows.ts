"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { SearchHit } from "@/domain/search-answers";
import { openAddress, partyAddress } from "../open-address";
import { useWorkspace } from "../workspace-context";
import type { Place } from "./place";

/** A row of the list: a place with what stands at its end, and a warning. */
export type Row = Place & { side?: string | undefined; isBlacklisted?: boolean };
export type RowGroup = { name: SearchHit["kind"]; rows: Row[] };

const order = ["party", "lead", "opportunity", "communication"] as const;

/** Groups what was found by kind, in one order, so that nothing jumps while somebody types. */
export function useRowGroups(hits: readonly SearchHit[]): RowGroup[] {
  const rowOf = useRowOf();
  return order
    .map((name) => ({ name, rows: hits.filter(({ kind }) => kind === name).map(rowOf) }))
    .filter(({ rows }) => rows.length > 0);
}

function useRowOf(): (hit: SearchHit) => Row {
  const t = useTranslations("search");
  const { slug } = useWorkspace();
  const { money, date } = useFormat();
  const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" · ");

  function partyRow(hit: SearchHit & { kind: "party" }): Row {
    const { id, partyKind, title, company, contactPoint, externalId, isBlacklisted } = hit;
    const foreign = externalId && `${externalId.system} ${externalId.value}`;
    return {
      id,
      icon: partyKind,
      title,
      detail: join(company ?? t(`kinds.${partyKind}`), contactPoint?.value, foreign),
      href: partyAddress(slug, id),
      isBlacklisted,
    };
  }

  function leadRow(hit: SearchHit & { kind: "lead" }): Row {
    const { id, title, company, status, createdAt, isBlacklisted } = hit;
    return {
      id,
      icon: "lead",
      title,
      detail: join(t(`statuses.${status}`), company),
      href: leadAddress(slug, id),
      side: date(createdAt, "medium"),
      isBlacklisted,
    };
  }

  function opportunityRow(hit: SearchHit & { kind: "opportunity" }): Row {
    const { id, title, customer, stage, amount, currency, isBlacklisted } = hit;
    return {
      id,
      icon: "opportunity",
      title,
      detail: join(customer, stage),
      href: openAddress(slug, id),
      opens: id,
      side: amount === null ? undefined : money(amount, currency, { trim: true }),
      isBlacklisted,
    };
  }

  function communicationRow(hit: SearchHit & { kind: "communication" }): Row {
    const { id, title, excerpt, occurredAt, opportunityId, leadId, about } = hit;
    return {
      id,
      icon: "communication",
      title: title === "" ? excerpt : title,
      detail: title === "" ? about : join(excerpt, about),
      href: leadId === null ? openAddress(slug, opportunityId ?? "") : leadAddress(slug, leadId),
      opens: opportunityId ?? undefined,
      side: date(occurredAt, "medium"),
    };
  }

  return (hit) => {
    if (hit.kind === "party") return partyRow(hit);
    if (hit.kind === "lead") return leadRow(hit);
    return hit.kind === "opportunity" ? opportunityRow(hit) : communicationRow(hit);
  };
}

function leadAddress(slug: string, leadId: string): Route {
  return `/${slug}/leads?lead=${leadId}`;
}
