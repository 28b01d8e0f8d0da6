"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useId } from "react";
import { buttonStyle } from "@/app/_ui/button-style";
import { cx } from "@/app/_ui/cx";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { useFileDrop } from "@/app/_ui/use-file-drop";
import type { useConsentFile } from "./use-consent-file";

/** The place for a file: drop or choose. */
export function ConsentFileField({ file }: { file: ReturnType<typeof useConsentFile> }) {
  const t = useTranslations("contactList.import");
  const imports = useTranslations("import");
  const id = useId();
  const isOver = useFileDrop(true, (dropped) => void file.choose(dropped));
  const { read, problem, isReading } = file;

  function take({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? [];
    // Choosing the same file once more, mended meanwhile, counts too.
    target.value = "";
    if (chosen) void file.choose(chosen);
  }

  return (
    <div className="space-y-4">
      {problem && (
        <ErrorNotice
          title={imports(`fileProblem.${problem}.title`)}
          safe={imports("fileProblem.safe")}
          next={imports(`fileProblem.${problem}.help`)}
        />
      )}
      <label
        htmlFor={id}
        className={cx(
          "flex flex-wrap items-center justify-between gap-3 rounded-10 border border-dashed px-4 py-4 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
          isOver ? "border-accent bg-accent-soft" : "border-edge bg-canvas hover:border-muted",
        )}
      >
        <input
          id={id}
          type="file"
          className="sr-only"
          aria-busy={isReading}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={take}
        />
        <span className="flex min-w-0 items-center gap-3">
          <FileUp size={20} className="shrink-0 text-accent-text" aria-hidden="true" />
          <span className="min-w-0 wrap-anywhere">
            {read ? t("read", { name: read.name, count: read.csv.rows.length }) : t("drop")}
          </span>
        </span>
        <span className={buttonStyle(read ? "secondary" : "primary", "md")}>
          {read ? t("another") : t("choose")}
        </span>
      </label>
    </div>
  );
}
