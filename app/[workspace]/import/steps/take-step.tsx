"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useWorkspace } from "../../workspace-context";
import type { EarlierImport } from "../history/earlier-import";
import type { ImportSession } from "../import-session";
import type { ImportState } from "../import-state";
import { RunStatus } from "../running/run-status";
import { useRunStarter } from "../running/use-run-starter";
import { Step } from "../step";
import { BadRowsDownload } from "./bad-rows-download";

type TakeStepProps = {
  session: ImportSession;
  state: ImportState;
  earlier: readonly EarlierImport[];
};

/** Step 4: take the good rows over, watch it happen, and what came of it. */
export function TakeStep({ session, state, earlier }: TakeStepProps) {
  const t = useTranslations("import");
  const { run, check, file } = state;
  const title = t("steps.take");
  if (run) {
    const isUndone = earlier.some((one) => one.id === run.id && one.status === "undone");
    const status = run.progress.at === "done" ? "done" : "current";
    return (
      <Step number={4} title={title} status={status}>
        <RunStatus session={session} run={run} isUndone={isUndone} />
      </Step>
    );
  }
  if (file.at !== "read" || !check) {
    return <Step number={4} title={title} status="ahead" hint={t("ahead.take")} />;
  }
  return (
    <Step number={4} title={title} status="current">
      <p className="max-w-prose text-pretty text-muted">{t("take.effect")}</p>
      <TakeBar session={session} check={check} />
    </Step>
  );
}

/** Stays at the bottom of the window while the rows above are looked through. */
function TakeBar({
  session,
  check,
}: {
  session: ImportSession;
  check: NonNullable<ImportState["check"]>;
}) {
  const t = useTranslations("import.take");
  const { workspaceId, memberId } = useWorkspace();
  const starter = useRunStarter();
  const { good, bad } = check.answer;

  async function start() {
    const outcome = await session.runner.start({ workspaceId, memberId }, starter);
    if (outcome === "failed") session.reader.fail("file_too_hard");
  }
  const label = bad > 0 ? "onlyGood" : "all";
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
      <Button
        variant="primary"
        size="lg"
        disabled={good === 0}
        pending={check.isOutdated}
        onClick={() => void start()}
        className="max-sm:w-full"
      >
        {t(label, { count: good })}
      </Button>
      <p className="text-muted">
        {good === 0 && t("nothing")}
        {good > 0 && bad === 0 && t("allReady", { count: good })}
        {bad > 0 && t("leftOut", { count: bad })}
      </p>
      {bad > 0 && <BadRowsDownload session={session} />}
    </div>
  );
}
