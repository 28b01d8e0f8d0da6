"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import type { PartySaving } from "../../../fields/use-party-saving";
import { usePartyField, WithProblem } from "./party-rows";

/** What else is worth knowing; several lines, so Enter does not save. */
export function NoteRow({ saving }: { saving: PartySaving }) {
  const t = useTranslations("party.fields");
  const edited = usePartyField({ field: "note", saving });
  return (
    <WithProblem field="note" saving={saving} edited={edited}>
      <TextAreaField
        label={t("note")}
        className="pt-2"
        maxLength={20_000}
        value={edited.value ?? ""}
        onChange={({ target }) => edited.type(target.value.trim() === "" ? null : target.value)}
        onBlur={edited.commit}
        onKeyDown={(event) => {
          if (event.key === "Escape") edited.revert();
        }}
      />
    </WithProblem>
  );
}
