"use client";

import { CircleCheck, CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { useWorkspace } from "../../workspace-context";
import { UndoDialog } from "../history/undo-dialog";
import type { ImportSession } from "../import-session";
import type { RunState } from "../import-state";
import { BadRowsDownload } from "../steps/bad-rows-download";

type RunDoneProps = {
  session: ImportSession;
  run: RunState;
  added: number;
  /** It was taken back, here or in the list. */
  isUndone: boolean;
};

/** What came of an import, and the ways on from it. */
export function RunDone({ session, run, added, isUndone }: RunDoneProps) {
  const t = useTranslations("import.run");
  const { slug } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; whoever reads by ear goes on here.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const next = (
    <Button size="lg" onClick={session.reader.reset}>
      {t("next")}
    </Button>
  );
  if (isUndone) {
    return (
      <div className="rounded-10 border border-hairline px-4 py-4">
        <p role="status" className="flex items-center gap-2 font-medium">
          <CircleSlash size={18} className="text-muted" aria-hidden="true" />
          {t("undone")}
        </p>
        <div className="mt-4 flex flex-wrap gap-2">
          {run.leftOut !== null && (
            <Button variant="primary" size="lg" onClick={session.runner.putAside}>
              {t("again")}
            </Button>
          )}
          {next}
        </div>
      </div>
    );
  }
  return (
    <div className="rounded-10 bg-green-soft px-4 py-4">
      <p
        ref={heading}
        tabIndex={-1}
        className="flex items-center gap-2 text-16 font-semibold text-green-text outline-none"
      >
        <CircleCheck size={20} className="shrink-0" aria-hidden="true" />
        {t("done", { count: added })}
      </p>
      <p className="mt-0.5">{t("doneWhere", { count: added })}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={`/${slug}/board`} variant="primary" size="lg">
          {t("toBoard")}
        </LinkButton>
        <Button size="lg" onClick={() => setAsking(true)}>
          {t("undo")}
        </Button>
        {next}
      </div>
      {run.leftOut !== null && run.leftOut > 0 && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <p className="text-pretty">{t("stillOut", { count: run.leftOut })}</p>
          <BadRowsDownload session={session} />
        </div>
      )}
      <UndoDialog
        imported={asking ? { id: run.id, fileName: run.fileName, rowCount: added } : null}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
