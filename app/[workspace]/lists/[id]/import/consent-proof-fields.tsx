"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/app/_ui/field/date-field";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import type { ConsentColumns } from "@/domain/consent-file";
import { longestProof, longestWording } from "@/domain/subscription-input";

type Proof = { wording: string; givenOn: string; proof: string };

type ConsentProofFieldsProps = {
  proof: Proof;
  columns: ConsentColumns;
  isProofMissing: boolean;
  onChange: (proof: Proof) => void;
};

/** To what and when they agreed, for rows that do not say it, and where the proof of all is kept. */
export function ConsentProofFields(props: ConsentProofFieldsProps) {
  const { proof, columns, isProofMissing, onChange } = props;
  const t = useTranslations("contactList.import.proof");
  return (
    <fieldset className="space-y-4">
      <legend className="mb-3 font-semibold text-16">{t("title")}</legend>
      <TextAreaField
        label={t("wording")}
        hint={t(columns.wording === null ? "forAll" : "forOthers")}
        maxLength={longestWording}
        value={proof.wording}
        onChange={({ target }) => onChange({ ...proof, wording: target.value })}
      />
      <DateField
        label={t("givenOn")}
        hint={t(columns.givenOn === null ? "forAll" : "forOthers")}
        className="max-w-60"
        value={proof.givenOn}
        onChange={({ target }) => onChange({ ...proof, givenOn: target.value })}
      />
      <TextAreaField
        label={t("place")}
        hint={t("placeHint")}
        error={isProofMissing ? t("placeMissing") : undefined}
        maxLength={longestProof}
        value={proof.proof}
        onChange={({ target }) => onChange({ ...proof, proof: target.value })}
      />
    </fieldset>
  );
}
