import { Building2, CircleAlert, StickyNote, TriangleAlert, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { Dot } from "@/app/_ui/dot";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ImportProblem, ImportWarning } from "@/domain/import-problems";
import type { ImportRow } from "@/domain/import-row";

/** A customer with the sign of its kind, and the contact below. */
export function CustomerOf({ row }: { row: ImportRow }) {
  const t = useTranslations("import.preview");
  const Icon = row.customerKind === "person" ? UserRound : Building2;
  return (
    <span className="flex min-w-0 items-start gap-2">
      <span data-tooltip={t(row.customerKind)} className="mt-0.5 shrink-0 text-muted">
        <Icon size={15} aria-hidden="true" />
        <span className="sr-only">{t(row.customerKind)}</span>
      </span>
      <span className="min-w-0">
        <span className="line-clamp-2 break-words font-medium" title={row.customerName}>
          {row.customerName}
        </span>
        {row.contactName && (
          <span
            className="block truncate text-13 text-muted"
            title={t("contactAt", { name: row.contactName })}
          >
            {row.contactName}
          </span>
        )}
      </span>
    </span>
  );
}

const shownNote = 160;

/** The name of the opportunity, and a sign where a note comes with it. */
export function NameOf({ row }: { row: ImportRow }) {
  const t = useTranslations("import.preview");
  const note = row.note && t("note", { text: row.note.slice(0, shownNote) });
  return (
    <span className="flex min-w-0 items-start gap-1.5">
      <span className="line-clamp-2 min-w-0 break-words" title={row.name}>
        {row.name}
      </span>
      {note && (
        <span data-tooltip={note} className="mt-0.5 shrink-0 text-faint">
          <StickyNote size={14} aria-hidden="true" />
          <span className="sr-only">{note}</span>
        </span>
      )}
    </span>
  );
}

/** The stage with its colour, and the probability where the file has its own. */
export function StageOf({ row, name }: { row: ImportRow; name: string }) {
  const format = useFormat();
  return (
    <span className="flex min-w-0 items-start gap-1.5">
      <Dot name={name} className="mt-1.5" />
      <span className="flex min-w-0 flex-wrap gap-x-1.5">
        <span className="min-w-0 hyphens-auto break-words">{name}</span>
        {row.probability !== null && (
          <span className="text-13 text-muted tabular">
            {format.percent(row.probability / 100)}
          </span>
        )}
      </span>
    </span>
  );
}

export function OwnerOf({ name }: { name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar name={name} size="sm" decorative />
      <span className="truncate" title={name}>
        {name}
      </span>
    </span>
  );
}

/** The next step and its day, whichever there is. */
export function NextStepOf({ row }: { row: ImportRow }) {
  const format = useFormat();
  const day = row.nextStepOn && format.date(row.nextStepOn);
  const text = [row.nextStep, day].filter(Boolean).join(" · ");
  if (text === "") return null;
  return (
    <span className="block truncate text-13 text-muted" title={text}>
      {text}
    </span>
  );
}

/** What is worth a look in a good row. */
export function WarningsOf({ warnings }: { warnings: readonly ImportWarning[] }) {
  const t = useTranslations("import");
  if (warnings.length === 0) return null;
  return (
    <ul className="space-y-0.5 text-13 text-amber-text">
      {warnings.map(({ field, code, value }) => (
        <li key={`${field} ${code}`} className="flex items-start gap-1.5">
          <TriangleAlert size={13} className="mt-0.5 shrink-0" aria-hidden="true" />
          <span className="min-w-0 break-words">{t(`warning.${code}`, { value })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Why a row stays out: field, value and reason. */
export function ProblemsOf(props: { problems: readonly ImportProblem[]; className?: string }) {
  const t = useTranslations("import");
  return (
    <ul className={cx("space-y-0.5 text-red-text", props.className)}>
      {props.problems.map(({ field, code, value }) => (
        <li key={`${field} ${code}`} className="flex items-start gap-1.5">
          <CircleAlert size={15} className="mt-0.5 shrink-0" aria-hidden="true" />
          <span className="min-w-0 break-words">
            <strong className="font-semibold">{t(`fields.${field}`)}:</strong>{" "}
            {t(`problem.${code}`, { value })}
          </span>
        </li>
      ))}
    </ul>
  );
}
