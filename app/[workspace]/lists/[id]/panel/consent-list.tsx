"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Consent } from "@/domain/contact-list-answers";

/** Every consent that was given or taken back, the latest first: who, when, how, under which text. */
export function ConsentList({ consents }: { consents: readonly Consent[] }) {
  const t = useTranslations("contactList.consents");
  return (
    <ol aria-label={t("label")} className="space-y-4">
      {consents.map((consent) => (
        <li key={consent.id} className="border-hairline border-l-2 pl-4 wrap-anywhere">
          <ConsentFacts consent={consent} />
        </li>
      ))}
    </ol>
  );
}

function ConsentFacts({ consent }: { consent: Consent }) {
  const t = useTranslations("contactList.consents");
  const format = useFormat();
  const { status, origin, email, clientAddress, wording, proof, givenOn, notedAt, actor } = consent;
  return (
    <>
      <p className="font-medium">{t(`states.${status}`)}</p>
      <p className="text-13 text-muted">
        {t(`origins.${origin}`, { name: actor?.name ?? t("somebody") })},{" "}
        <time dateTime={notedAt} className="tabular">
          {format.dateTime(notedAt)}
        </time>
      </p>
      {givenOn && (
        <p className="text-13 text-muted">{t("givenOn", { day: format.date(givenOn) })}</p>
      )}
      <p className="text-13 text-muted">{email}</p>
      {clientAddress && (
        <p className="text-13 text-muted tabular">{t("from", { address: clientAddress })}</p>
      )}
      {wording && (
        <blockquote className="mt-1.5 whitespace-pre-line rounded-6 bg-sunken px-3 py-2 text-13">
          {wording}
        </blockquote>
      )}
      {proof && <p className="mt-1 text-13">{t("proof", { proof })}</p>}
    </>
  );
}
