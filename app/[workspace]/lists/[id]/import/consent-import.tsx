"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "@/app/_ui/button";
import { dayIn } from "@/app/_ui/format/date";
import { readConsents } from "@/domain/consent-file";
import { ConsentCheck } from "./consent-check";
import { ConsentColumnFields } from "./consent-column-fields";
import { ConsentFileField } from "./consent-file-field";
import { ConsentProgress } from "./consent-progress";
import { ConsentProofFields } from "./consent-proof-fields";
import { useConsentFile } from "./use-consent-file";
import { useConsentRun } from "./use-consent-run";

const noProof = { wording: "", givenOn: "", proof: "" };

/** A file of people who agreed elsewhere: its columns, the proof, what is wrong, and the way onto the list. */
export function ConsentImport({ list }: { list: { id: string; name: string } }) {
  const t = useTranslations("contactList.import");
  const timeZone = useTimeZone() ?? "UTC";
  const file = useConsentFile();
  const run = useConsentRun(list.id);
  const [proof, setProof] = useState(noProof);
  const [wasTried, setTried] = useState(false);
  const { read } = file;
  const { wording, givenOn } = proof;
  const checked = useMemo(() => {
    const today = dayIn(new Date(), timeZone);
    return read && readConsents(read.csv.rows, read.columns, { wording, givenOn, today });
  }, [read, wording, givenOn, timeZone]);
  const isProofMissing = proof.proof.trim() === "";

  function begin() {
    setTried(true);
    if (!read || !checked || checked.rows.length === 0 || isProofMissing) return;
    run.start({ fileName: read.name, proof: proof.proof, rows: checked.rows });
  }

  function beginAnew() {
    run.dismiss();
    file.forget();
    setTried(false);
  }

  return (
    <div className="mx-auto w-full max-w-3xl space-y-8 px-4 py-6 sm:px-6 sm:py-8">
      <p className="text-pretty text-muted">{t("intro", { name: list.name })}</p>
      {run.state ? (
        <ConsentProgress listId={list.id} run={run} onAnother={beginAnew} />
      ) : (
        <>
          <ConsentFileField file={file} />
          {read && checked && (
            <>
              <ConsentColumnFields read={read} onChange={file.setColumn} />
              <ConsentProofFields
                proof={proof}
                columns={read.columns}
                isProofMissing={wasTried && isProofMissing}
                onChange={setProof}
              />
              <ConsentCheck file={checked} />
              <Button
                variant="primary"
                size="lg"
                disabled={checked.rows.length === 0}
                onClick={begin}
              >
                {t("take", { count: checked.rows.length })}
              </Button>
            </>
          )}
        </>
      )}
    </div>
  );
}
