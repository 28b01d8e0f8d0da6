"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import type { BadConsentRow, ConsentFile } from "@/domain/consent-file";

/** As many as are listed before somebody asks for more. */
const shownAtFirst = 20;

/** How many rows can be taken, and what is wrong with the others, by their numbers. */
export function ConsentCheck({ file }: { file: ConsentFile }) {
  const t = useTranslations("contactList.import");
  const { rows, bad } = file;
  return (
    <section className="space-y-3">
      <h2 className="font-semibold text-16">{t("check.title")}</h2>
      <p role="status" className="flex items-center gap-2">
        <CircleCheck size={16} aria-hidden="true" className="shrink-0 text-green-text" />
        {t("check.good", { count: rows.length })}
      </p>
      {bad.length > 0 && <BadRows bad={bad} />}
    </section>
  );
}

function BadRows({ bad }: { bad: readonly BadConsentRow[] }) {
  const t = useTranslations("contactList.import");
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown ? bad : bad.slice(0, shownAtFirst);
  return (
    <>
      <p className="flex items-center gap-2">
        <CircleAlert size={16} aria-hidden="true" className="shrink-0 text-amber-text" />
        {t("check.bad", { count: bad.length })}
      </p>
      <ul
        aria-label={t("check.badLabel")}
        className="max-h-80 divide-y divide-hairline overflow-y-auto rounded-10 border border-hairline text-13"
      >
        {shown.map(({ rowNumber, problem, value }) => (
          <li key={rowNumber} className="flex flex-wrap gap-x-3 px-3 py-2">
            <span className="w-20 shrink-0 tabular text-muted">
              {t("check.row", { number: rowNumber })}
            </span>
            <span>{t(`problems.${problem}`)}</span>
            <span className="min-w-0 wrap-anywhere text-muted">{value}</span>
          </li>
        ))}
      </ul>
      {shown.length < bad.length && (
        <Button size="sm" variant="ghost" onClick={() => setAllShown(true)}>
          {t("check.all")}
        </Button>
      )}
    </>
  );
}
