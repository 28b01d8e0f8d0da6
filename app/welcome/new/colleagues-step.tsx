"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { ColleagueRow } from "./colleague-row";
import { type ChangeDraft, type Draft, type DraftColleague, emptyColleague } from "./draft";
import { readEmails } from "./read-emails";
import { StepFrame } from "./step-frame";

type ColleaguesStepProps = {
  draft: Draft;
  change: ChangeDraft;
  /** The address of whoever sets up. */
  ownEmail: string;
  pending: boolean;
  /** Why the last try failed. */
  failure: string | null;
  onBack: () => void;
  onDone: () => void;
};

/** Who else works here; nobody is fine. */
export function ColleaguesStep(props: ColleaguesStepProps) {
  const { draft, change, ownEmail, pending, failure, onBack, onDone } = props;
  const t = useTranslations("setup.colleagues");
  const words = useTranslations("setup.steps");
  const [checked, setChecked] = useState(false);
  const rows = draft.colleagues;
  const count = rows.filter(({ email }) => email.trim() !== "").length;

  function edit(row: DraftColleague) {
    change({ colleagues: rows.map((other) => (other.key === row.key ? row : other)) });
  }

  function remove(row: DraftColleague) {
    const left = rows.filter(({ key }) => key !== row.key);
    change({ colleagues: left.length > 0 ? left : [emptyColleague()] });
  }

  function spread(row: DraftColleague, emails: readonly string[]) {
    const pasted = emails.map((email, place) => ({
      ...(place === 0 ? row : emptyColleague()),
      email,
      accessRole: row.accessRole,
    }));
    change({ colleagues: rows.flatMap((other) => (other.key === row.key ? pasted : [other])) });
  }

  function problemOf(row: DraftColleague): string | undefined {
    const email = row.email.trim().toLowerCase();
    if (!checked || email === "") return undefined;
    if (email === ownEmail.toLowerCase()) return t("own");
    return readEmails(email).length === 1 ? undefined : t("problem");
  }

  function submit(form: HTMLFormElement) {
    if (pending) return;
    setChecked(true);
    const wrong = rows.find(({ email }) => {
      const typed = email.trim().toLowerCase();
      return typed !== "" && (readEmails(typed).length !== 1 || typed === ownEmail.toLowerCase());
    });
    if (!wrong) return onDone();
    form.querySelector<HTMLElement>(`[data-colleague="${wrong.key}"] input`)?.focus();
  }

  return (
    <StepFrame
      step="colleagues"
      title={t("title")}
      text={t("text")}
      onSubmit={submit}
      buttons={
        <>
          <Button size="lg" variant="ghost" className="-ml-4" onClick={onBack} disabled={pending}>
            {words("back")}
          </Button>
          <Button type="submit" variant="primary" size="lg" pending={pending}>
            {count === 0 ? t("finish") : t("finishInviting", { count })}
          </Button>
        </>
      }
    >
      {failure && (
        <ErrorNotice title={t("failed")} safe={t("failedSafe")} next={failure} className="mb-6" />
      )}
      <ul className="flex flex-col gap-2">
        {rows.map((row, place) => (
          <ColleagueRow
            key={row.key}
            row={row}
            place={place}
            problem={problemOf(row)}
            onEdit={edit}
            onPaste={(emails) => spread(row, emails)}
            onRemove={() => remove(row)}
          />
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button
          variant="ghost"
          icon={<Plus size={16} />}
          className="-ml-3"
          onClick={() => change({ colleagues: [...rows, emptyColleague()] })}
        >
          {t("add")}
        </Button>
        <p className="text-13 text-muted">{t("paste")}</p>
      </div>
    </StepFrame>
  );
}
