"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { dayIn } from "@/app/_ui/format/date";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { useFileDrop } from "@/app/_ui/use-file-drop";
import { useWorkspace } from "../../workspace-context";
import { downloadText } from "../download-text";
import type { EarlierImport } from "../history/earlier-import";
import type { ImportPlaces } from "../import-places";
import type { ImportSession } from "../import-session";
import type { FileState } from "../import-state";
import { Step } from "../step";
import { DropZone } from "./drop-zone";
import { FileSummary } from "./file-summary";
import { sampleFile } from "./sample-file";
import { usePaste } from "./use-paste";

type FileStepProps = {
  file: FileState;
  session: ImportSession;
  places: ImportPlaces;
  earlier: readonly EarlierImport[];
  /** The file of an import that runs or has run: it stays as it is. */
  runName: string | null;
};

/** Step 1: the file. */
export function FileStep({ file, session, places, earlier, runName }: FileStepProps) {
  const t = useTranslations("import");
  const input = useRef<HTMLInputElement>(null);
  const { reader } = session;
  const isLocked = runName !== null;
  const onFile = (chosen: File) => void reader.readFile(chosen, places.teamId);
  const onText = (text: string) => void reader.readText(text, t("file.pasted"), places.teamId);
  const isOver = useFileDrop(!isLocked, onFile);
  usePaste(!isLocked, { onFile, onText });
  const onSample = useSampleDownload(places);

  async function paste() {
    const text = await navigator.clipboard?.readText().catch(() => null);
    if (text === null || text === undefined) {
      return reader.failPasting(t("file.pasted"), "clipboard_refused");
    }
    if (text.trim() === "") return reader.failPasting(t("file.pasted"), "clipboard_empty");
    onText(text);
  }

  if (isLocked && file.at !== "read") {
    // Resumed: of the file there is no more than its name.
    return <Step number={1} title={t("steps.file")} status="done" aside={runName} />;
  }
  const isRead = file.at === "read";
  const sameName = isRead
    ? earlier.find((one) => one.status === "done" && one.fileName === file.name)
    : undefined;
  return (
    <Step number={1} title={t("steps.file")} status={isRead ? "done" : "current"}>
      {file.at === "failed" && (
        <ErrorNotice
          className="mb-4"
          title={t(`fileProblem.${file.code}.title`)}
          safe={t("fileProblem.safe")}
          next={t(`fileProblem.${file.code}.help`)}
        />
      )}
      {file.at === "reading" && (
        <div className="rounded-10 border border-hairline px-4 py-4">
          <ProgressBar label={t("file.reading", { name: file.name })} value={null} />
        </div>
      )}
      {(file.at === "none" || file.at === "failed") && (
        <DropZone
          isOver={isOver}
          onFile={onFile}
          onPaste={() => void paste()}
          onSample={onSample}
        />
      )}
      {isRead && (
        <FileSummary
          file={file}
          sameName={isLocked ? undefined : sameName}
          action={
            isLocked ? null : (
              <>
                <input
                  ref={input}
                  type="file"
                  hidden
                  aria-label={t("file.another")}
                  accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                  onChange={(event) => {
                    const [chosen] = event.target.files ?? [];
                    if (chosen) onFile(chosen);
                    event.target.value = "";
                  }}
                />
                <Button size="sm" onClick={() => input.current?.click()}>
                  {t("file.another")}
                </Button>
              </>
            )
          }
        />
      )}
    </Step>
  );
}

function useSampleDownload({ stages }: ImportPlaces): () => void {
  const t = useTranslations("import.file");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const { currency } = useWorkspace();
  return () => {
    const today = dayIn(new Date(), timeZone);
    downloadText(sampleFile(locale, stages, currency, today), t("sampleName"));
  };
}
