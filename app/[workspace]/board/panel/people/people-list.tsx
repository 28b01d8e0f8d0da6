"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useBoardChanges } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LoadingNote } from "@/app/_ui/loading-note";
import type { Opportunity } from "../use-opportunity";
import { PartyRow } from "./party-row";
import { PersonRow } from "./person-row";
import { isTold } from "./relation-roles";
import { useContactPoints } from "./use-contact-points";

/** Who is around the opportunity: at the customer, and among the members. */
export function PeopleList({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations("opportunity.people");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { id, customer, contactId } = opportunity;
  const { data, error, refetch } = useQuery(trpc.opportunity.people.queryOptions({ id }));
  const contacts = useContactPoints();
  useBoardChanges(({ everything, partyIds }) => {
    const { customer, related } = data ?? {};
    const shown = [customer, ...(related ?? [])];
    if (everything || shown.some((party) => party && partyIds.has(party.id))) void refetch();
  });
  if (error && !data) {
    return (
      <ErrorNotice
        className="m-5"
        title={t("loadFailed")}
        next={errorText(error)}
        action={<Button onClick={() => void refetch()}>{actions("retry")}</Button>}
      />
    );
  }
  if (!data) return <LoadingNote />;
  return (
    <div className="space-y-6 px-5 pt-4 pb-8">
      <Group title={t("atCustomer", { customer: customer?.name ?? "–" })}>
        <PartyRow party={data.customer} facts={[]} contacts={contacts} />
        {data.related.map((party) => (
          <PartyRow
            key={party.id}
            party={party}
            contacts={contacts}
            facts={[
              party.id === contactId ? t("contact") : null,
              party.title,
              ...party.roles
                .filter(isTold)
                .filter((role) => role !== "CONTACT" || party.id !== contactId)
                .map((role) => t(`roles.${role}`)),
            ]}
          />
        ))}
        {data.related.length === 0 && <li className="text-muted">{t("nobody")}</li>}
      </Group>
      <Group title={t("readers")}>
        {data.readers.map(({ id: memberId, name, email }) => (
          <PersonRow
            key={memberId}
            name={name}
            kind="person"
            facts={[]}
            action={<WriteTo name={name} email={email} />}
          />
        ))}
      </Group>
    </div>
  );
}

function WriteTo({ name, email }: { name: string; email: string }) {
  const t = useTranslations("opportunity.people");
  return (
    <a
      href={`mailto:${email}`}
      aria-label={t("writeTo", { name, email })}
      className="flex min-w-0 max-w-1/2 items-center rounded-6 text-13 text-accent-text hover:underline pointer-coarse:min-h-11"
    >
      <span className="truncate" title={email}>
        {email}
      </span>
    </a>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className="mb-1 wrap-anywhere font-medium text-13">
        {title}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}
