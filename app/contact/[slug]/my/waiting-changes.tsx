import { useTranslations } from "next-intl";
import { ActionForm } from "./action-form";
import { withdraw } from "./my-actions";
import type { MyPageAnswer } from "./read-my-page";

type Change = MyPageAnswer["changes"][number];

type WaitingChangesProps = {
  page: MyPageAnswer;
  field: Change["field"];
  /** Null: those that add one; left out: those of the party itself. */
  contactPointId?: string | null;
};

/** Corrections that nobody decided yet, or that were declined lately. */
export function WaitingChanges({ page, field, contactPointId }: WaitingChangesProps) {
  const changes = page.changes.filter(
    (change) =>
      change.field === field &&
      (contactPointId === undefined || change.contactPointId === contactPointId),
  );
  if (changes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2 pb-3">
      {changes.map((change) => (
        <WaitingChange key={change.id} change={change} />
      ))}
    </ul>
  );
}

function WaitingChange({ change }: { change: Change }) {
  const t = useTranslations("myPage.changes");
  const { id, op, status, after, shownAfter } = change;
  const wanted = shownAfter ?? (after.language === "en" ? "English" : "Deutsch");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 rounded-8 bg-sunken px-3 py-2 text-14">
      <span className="min-w-0 wrap-anywhere">
        <span className="block whitespace-pre-line font-medium">
          {op === "remove" ? t("removal") : wanted}
        </span>
        <span className="text-muted">{t(status)}</span>
      </span>
      {status !== "declined" && (
        <ActionForm action={withdraw} hidden={{ id }} variant="ghost">
          {t("withdraw")}
        </ActionForm>
      )}
    </li>
  );
}
