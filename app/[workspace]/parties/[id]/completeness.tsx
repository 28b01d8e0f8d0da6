"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { completenessOf } from "@/domain/party-completeness";
import { useOpened } from "./party-context";
import { Section } from "./section";

/** How much of what a sales team needs is known, and what is missing. */
export function Completeness() {
  const t = useTranslations("party.completeness");
  const format = useFormat();
  const { opened, today } = useOpened();
  const { missing, share } = completenessOf(opened, today);
  return (
    <Section title={t("title")}>
      <ProgressBar
        label={missing.length === 0 ? t("complete") : t("known")}
        value={share}
        detail={format.percent(share)}
        tone={missing.length === 0 ? "green" : "accent"}
      />
      {missing.length > 0 && (
        <p className="mt-2 text-pretty text-13 text-muted">
          {t("missing", { points: format.list(missing.map((point) => t(`points.${point}`))) })}
        </p>
      )}
    </Section>
  );
}
