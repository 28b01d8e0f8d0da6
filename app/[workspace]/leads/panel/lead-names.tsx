"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { LoadingNote } from "@/app/_ui/loading-note";
import { editKeys } from "../../fields/edit-keys";
import { FieldProblem } from "../../fields/field-problem";
import { useEditedField } from "../../fields/use-edited-field";
import { type PartySaving, usePartySaving } from "../../fields/use-party-saving";

type LeadNamesProps = { partyId: string; onClose: () => void };

/** The names of a person or of a company, edited in place: they are those of the party everywhere. */
export function LeadNames({ partyId, onClose }: LeadNamesProps) {
  const t = useTranslations("lead.panel.names");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const { data, error } = useQuery(trpc.party.byId.queryOptions({ id: partyId }));
  const saving = usePartySaving(partyId);
  if (error && !data) {
    return (
      <p role="alert" className="text-13 text-red-text">
        {errorText(error)}
      </p>
    );
  }
  if (!data) return <LoadingNote />;
  const { party } = data;
  const fields =
    party.kind === "person" ? (["givenName", "familyName"] as const) : (["name"] as const);
  return (
    <div className="space-y-3 rounded-8 bg-sunken p-3">
      {fields.map((field, index) => (
        <NameField
          key={field}
          field={field}
          stored={party[field] ?? ""}
          version={party.version}
          saving={saving}
          autoFocus={index === 0}
        />
      ))}
      <div className="flex justify-end">
        <Button size="sm" onClick={onClose}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}

type NameFieldProps = {
  field: "givenName" | "familyName" | "name";
  stored: string;
  version: number;
  saving: PartySaving;
  autoFocus: boolean;
};

function NameField({ field, stored, version, saving, autoFocus }: NameFieldProps) {
  const t = useTranslations("lead.panel.names");
  const state = saving.states[field];
  const kept = state && "patch" in state ? (state.patch[field] ?? "") : undefined;
  const edited = useEditedField({
    stored,
    kept,
    version,
    save(typed, basedOn) {
      const name = typed.trim();
      if (field === "name") saving.save(field, { name }, basedOn);
      else saving.save(field, { [field]: name === "" ? null : name }, basedOn);
    },
  });
  // A company without a name is none.
  const leave = () =>
    field === "name" && edited.value.trim() === "" ? edited.revert() : edited.commit();
  return (
    <div className="space-y-1.5">
      <TextField
        label={t(field)}
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={500}
        value={edited.value}
        onChange={({ target }) => edited.type(target.value)}
        onBlur={leave}
        {...editKeys(edited)}
      />
      <FieldProblem
        state={state}
        words={String}
        onKeepMine={edited.again}
        onRetry={() => edited.again(version)}
        onForget={() => saving.forget(field)}
      />
    </div>
  );
}
