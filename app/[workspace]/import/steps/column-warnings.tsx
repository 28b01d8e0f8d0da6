import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ImportWarning } from "@/domain/import-problems";

/** What concerns a whole column and is worth a look before taking it. */
export function ColumnWarnings({ warnings }: { warnings: readonly ImportWarning[] }) {
  const t = useTranslations("import");
  if (warnings.length === 0) return null;
  return (
    <ul className="mb-4 space-y-1.5 rounded-10 bg-amber-soft px-4 py-3 text-amber-text">
      {warnings.map(({ field, code, value }) => (
        <li key={`${field} ${code}`} className="flex items-start gap-2">
          <TriangleAlert size={15} className="mt-0.5 shrink-0" aria-hidden="true" />
          <span>
            <strong className="font-semibold">{t(`fields.${field}`)}:</strong>{" "}
            {t(`warning.${code}`, { value })}
          </span>
        </li>
      ))}
    </ul>
  );
}
