"use client";

import { useWorkspace } from "../workspace-context";
import type { EarlierImport } from "./history/earlier-import";
import type { ImportPlaces } from "./import-places";
import { ResumeNotice } from "./running/resume-notice";
import { useSavedRuns } from "./running/use-saved-runs";
import { ColumnsStep } from "./steps/columns-step";
import { FileStep } from "./steps/file-step";
import { PreviewStep } from "./steps/preview-step";
import { TakeStep } from "./steps/take-step";
import { useImportSession } from "./use-import-session";

type ImportStepsProps = {
  places: ImportPlaces;
  /** Undefined until they are known. */
  imports: readonly EarlierImport[] | undefined;
};

const none: readonly EarlierImport[] = [];

/** The four steps of an import, below each other, each alive as soon as the one before allows. */
export function ImportSteps({ places, imports }: ImportStepsProps) {
  const { workspaceId, memberId } = useWorkspace();
  const { session, state } = useImportSession(places);
  const { file, choices, check, run } = state;
  const { waiting, refresh } = useSavedRuns({ workspaceId, memberId }, imports);
  const earlier = imports ?? none;
  const isLocked = run !== null;
  const isRead = file.at === "read";
  return (
    <>
      {!isLocked &&
        waiting.map((saved) => (
          <ResumeNotice key={saved.importId} session={session} run={saved} onSettled={refresh} />
        ))}
      <ol>
        <FileStep
          file={file}
          session={session}
          places={places}
          earlier={earlier}
          runName={run?.fileName ?? null}
        />
        <ColumnsStep
          facts={isRead ? file.facts : null}
          choices={choices}
          unknown={check?.answer.unknown ?? null}
          places={places}
          memberId={memberId}
          isLocked={isLocked}
          onChoose={session.reader.choose}
        />
        <PreviewStep
          session={session}
          check={isRead ? check : null}
          isChecking={isRead}
          places={places}
          memberId={memberId}
          isLocked={isLocked}
        />
        <TakeStep session={session} state={state} earlier={earlier} />
      </ol>
    </>
  );
}
