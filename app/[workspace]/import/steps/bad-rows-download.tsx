"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { useToast } from "@/app/_ui/toast/use-toast";
import { importFields } from "@/domain/import-fields";
import { importProblemCodes } from "@/domain/import-problems";
import { downloadText } from "../download-text";
import type { ImportSession } from "../import-session";
import type { BadRowWords } from "../reading/worker-protocol";

/** Gives the rows that stay out as a file, with their reasons, to be mended in Excel. */
export function BadRowsDownload({ session }: { session: ImportSession }) {
  const t = useTranslations("import.take");
  const words = useBadRowWords();
  const toast = useToast();
  const [pending, setPending] = useState(false);

  async function download() {
    setPending(true);
    const text = await session.reader.badRows(words()).catch(() => null);
    setPending(false);
    if (text === null) return toast.error(t("downloadFailed"));
    const { file } = session.store.get();
    const name = file.at === "read" ? file.name.replace(/\.\w{1,4}$/, "") : "";
    downloadText(text, t("badRowsName", { name }));
  }
  return (
    <Button
      variant="secondary"
      icon={<Download size={15} />}
      pending={pending}
      aria-label={t("downloadLabel")}
      onClick={() => void download()}
    >
      {t("download")}
    </Button>
  );
}

/** The sentences go to the worker once, with their "{value}" still open, and not row by row. */
function useBadRowWords(): () => BadRowWords {
  const t = useTranslations("import");
  return () => {
    const fields = importFields.map((field) => [field, t(`fields.${field}`)]);
    const problems = importProblemCodes.map((code) => [
      code,
      t(`problem.${code}`, { value: "{value}" }),
    ]);
    return {
      rowNumber: t("take.rowNumber"),
      reason: t("take.reason"),
      // Every field and every code has its word: the lists above are the types below.
      fields: Object.fromEntries([...fields, ["row", t("fields.row")]]) as BadRowWords["fields"],
      problems: Object.fromEntries(problems) as BadRowWords["problems"],
    };
  };
}
