"use client";

import { Ban, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import type { LikelyParty } from "@/domain/likely-party";
import { partyAddress } from "./open-address";
import { type TypedParty, useLikelyParties } from "./use-likely-parties";
import { useWorkspace } from "./workspace-context";

type LikelyPartiesProps = {
  /** Null while nothing new is typed. */
  typed: TypedParty | null;
  /** The name that is typed for the company of that person. */
  company?: string | undefined;
  /** One that is used already. */
  except?: string | undefined;
  /** `asCompany`: as the company of the person who is typed. */
  onUse: (party: LikelyParty, asCompany: boolean) => void;
  className?: string | undefined;
};

/**
 * Warns below a form of parties that may be the one that is typed. It takes no room until there are
 * any, and says so to screen readers without taking the focus.
 */
export function LikelyParties(props: LikelyPartiesProps) {
  const { typed, company, except, onUse, className } = props;
  const t = useTranslations("contact.likely");
  const matches = [...useMatches(typed), ...useCompanyMatches(company)];
  const parties = matches.filter(
    ({ id }, at) => id !== except && matches.findIndex((one) => one.id === id) === at,
  );
  const names = parties.map(({ name }) => name).join(", ");
  return (
    <>
      <p role="status" className="sr-only">
        {parties.length > 0 ? t("count", { count: parties.length, names }) : ""}
      </p>
      {parties.length > 0 && (
        <section aria-label={t("title")} className={cx("bg-amber-soft", className)}>
          <p className="flex items-center gap-1.5 font-medium text-13 text-amber-text">
            <UserCheck size={14} aria-hidden="true" />
            {t("title")}
          </p>
          <ul className="mt-1 divide-y divide-hairline">
            {parties.map(({ asCompany, ...party }) => (
              <Match
                key={party.id}
                party={party}
                asCompany={asCompany}
                onUse={() => onUse(party, asCompany)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type LikelyMatch = LikelyParty & { asCompany: boolean };

function useMatches(typed: TypedParty | null): LikelyMatch[] {
  const parties = useLikelyParties(typed);
  if (!typed) return [];
  return parties.map((party) => ({ ...party, asCompany: isCompanyOf(typed, party) }));
}

function useCompanyMatches(name = ""): LikelyMatch[] {
  const parties = useLikelyParties(
    name === "" ? null : { kind: "organization", name, contacts: [] },
  );
  return parties
    .filter(({ kind }) => kind === "organization")
    .map((party) => ({ ...party, asCompany: true }));
}

/** Who has an address of a company is somebody there; who has its name is the company. */
function isCompanyOf({ kind }: TypedParty, party: LikelyParty): boolean {
  return kind === "person" && party.kind === "organization" && !party.reasons.includes("name");
}

type MatchProps = { party: LikelyParty; asCompany: boolean; onUse: () => void };

function Match({ party, asCompany, onUse }: MatchProps) {
  const { id, kind, name, company, town, email, reasons, isBlacklisted } = party;
  const t = useTranslations("contact.likely");
  const { slug } = useWorkspace();
  const why = reasons.map((reason) => t(`reasons.${reason}`)).join(", ");
  const facts = [company, town, email].filter(Boolean).join(" · ") || t(`kinds.${kind}`);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Avatar name={name} size="lg" shape={kind === "person" ? "round" : "square"} decorative />
      <div className="min-w-0 flex-1 basis-36">
        <p className="flex min-w-0 items-center gap-1.5">
          <a
            href={partyAddress(slug, id)}
            target="_blank"
            rel="noopener"
            aria-label={t("open", { name })}
            title={name}
            dir="auto"
            className="truncate font-medium underline-offset-2 hover:underline pointer-coarse:-my-3 pointer-coarse:py-3"
          >
            {name}
          </a>
          {isBlacklisted && (
            <Badge tone="red" icon={<Ban size={12} aria-hidden="true" />}>
              {t("blacklisted")}
            </Badge>
          )}
        </p>
        <p className="truncate text-12 text-muted" title={facts} dir="auto">
          {facts}
        </p>
        <p className="text-12 text-amber-text">{why}</p>
      </div>
      <Button
        size="sm"
        className="ml-auto"
        aria-label={t(asCompany ? "useAsCompanyNamed" : "useNamed", { name })}
        onClick={onUse}
      >
        {t(asCompany ? "useAsCompany" : "use")}
      </Button>
    </li>
  );
}
