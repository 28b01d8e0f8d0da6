import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ProblemCount } from "../reading/worker-protocol";

const shown = 8;

/** Each kind of problem once with how often it occurs: with many rows the way to their cause. */
export function ProblemCounts({ counts }: { counts: readonly ProblemCount[] }) {
  const t = useTranslations("import");
  const format = useFormat();
  if (counts.length === 0) return null;
  return (
    <div className="mb-4">
      <h3 className="text-13 font-medium text-muted">{t("preview.problems")}</h3>
      <ul className="mt-1.5 flex flex-wrap gap-1.5">
        {counts.slice(0, shown).map(({ field, code, count }) => {
          const kind = t(`problemKind.${code}`);
          const what = field === "row" ? kind : `${t(`fields.${field}`)} ${kind}`;
          return (
            <li
              key={`${field} ${code}`}
              className="rounded-6 bg-red-soft px-2 py-0.5 text-13 text-red-text tabular"
            >
              {t("preview.times", { what, count: format.decimal(String(count)) })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
