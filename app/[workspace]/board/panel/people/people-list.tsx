"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LoadingNote } from "@/app/_ui/loading-note";
import type { Opportunity } from "../use-opportunity";
import { PersonRow } from "./person-row";
import { isTold } from "./relation-roles";

/** Who is around the opportunity: at the customer, and among the members. */
export function PeopleList({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations("opportunity.people");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { id, customer, contactId } = opportunity;
  const { data, error, refetch } = useQuery(trpc.opportunity.people.queryOptions({ id }));
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
        {data.related.map((party) => (
          <PersonRow
            key={party.id}
            name={party.name}
            kind={party.kind}
            facts={[
              party.id === contactId ? t("contact") : null,
              party.title,
              ...party.roles.filter(isTold).map((role) => t(`roles.${role}`)),
            ]}
          />
        ))}
        {data.related.length === 0 && <li className="text-muted">{t("nobody")}</li>}
      </Group>
      <Group title={t("readers")}>
        {data.readers.map(({ id: memberId, name, email }) => (
          <PersonRow key={memberId} name={name} kind="person" facts={[]} email={email} />
        ))}
      </Group>
    </div>
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
