"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/app/_ui/field/text-field";
import { FormPart } from "./form-part";
import type { PagePartProps } from "./page-draft";
import { TextPair } from "./text-pair";

type ConsentPartProps = PagePartProps & {
  /** Of the address as it stands. */
  isAddressWrong: boolean;
  /** Somebody tried to save. */
  isChecked: boolean;
};

/** What whoever writes must agree to. */
export function ConsentPart(props: ConsentPartProps) {
  const { draft, editable, change, isAddressWrong, isChecked } = props;
  const t = useTranslations("settings.contactPage");
  // Not while it is being typed.
  const [wasLeft, setWasLeft] = useState(false);
  return (
    <FormPart title={t("parts.consent")}>
      <TextPair
        label={t("texts.consentTexts")}
        disabled={!editable}
        isLong
        value={draft.consentTexts}
        onChange={(consentTexts) => change({ consentTexts })}
      />
      <TextField
        label={t("privacyUrl")}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={2000}
        disabled={!editable}
        value={draft.privacyUrl}
        error={isAddressWrong && (wasLeft || isChecked) ? t("privacyUrlProblem") : undefined}
        onBlur={() => setWasLeft(true)}
        onChange={(event) => change({ privacyUrl: event.target.value })}
      />
    </FormPart>
  );
}
