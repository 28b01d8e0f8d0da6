"use client";

import { useTranslations } from "next-intl";
import { StageMark } from "../../stage-mark";
import { KindBadge } from "./kind-badge";
import type { Stage } from "./stage";

/** The stages for those who only read them. */
export function StageTable({ stages }: { stages: readonly Stage[] }) {
  const t = useTranslations("settings.stages");
  const heading =
    "border-hairline border-b py-2 pr-3 text-left align-bottom hyphens-auto text-13 font-medium text-muted";
  const cell = "border-hairline border-b py-2.5 pr-3";
  return (
    <table className="w-full border-separate border-spacing-0">
      <thead>
        <tr>
          <th className={heading}>{t("name")}</th>
          <th className={`${heading} max-sm:hidden`}>{t("kind")}</th>
          <th className={`${heading} text-right`}>{t("probability")}</th>
          <th className={`${heading} pr-0 text-right`}>{t("rotDays")}</th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage) => (
          <tr key={stage.id}>
            <td className={`${cell} font-medium`}>
              <span className="flex items-center gap-2.5">
                <StageMark stage={stage} stages={stages} />
                {stage.name}
                {stage.kind !== "open" && (
                  // The mark shows it; in words it stands in a column that phones leave out.
                  <span className="sr-only sm:hidden">{t(`kinds.${stage.kind}`)}</span>
                )}
              </span>
            </td>
            <td className={`${cell} max-sm:hidden`}>
              <KindBadge kind={stage.kind} />
            </td>
            <td className={`${cell} tabular text-right`}>{stage.probability} %</td>
            <td className={`${cell} pr-0 tabular text-right`}>
              {stage.rotDays === null ? t("never") : t("daysCount", { count: stage.rotDays })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
