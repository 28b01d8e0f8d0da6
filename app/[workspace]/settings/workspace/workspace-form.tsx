"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { PlaceOption } from "@/app/_places/currencies";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import { AccentPreview } from "./accent-preview";
import { HueField } from "./hue-field";
import { useSaveWorkspace } from "./use-save-workspace";

type Workspace = {
  name: string;
  slug: string;
  currency: string;
  timeZone: string;
  accentHue: number;
  version: number;
};

type WorkspaceFormProps = {
  workspace: Workspace;
  currencies: readonly PlaceOption[];
  timeZones: readonly PlaceOption[];
  editable: boolean;
};

/** The workspace's own values; nothing is sent before "save". */
export function WorkspaceForm({ workspace, currencies, timeZones, editable }: WorkspaceFormProps) {
  const t = useTranslations("settings.workspace");
  const { version, slug, name, currency, timeZone, accentHue } = workspace;
  const saved = { name, currency, timeZone, accentHue };
  const [draft, setDraft] = useState(saved);
  const [checked, setChecked] = useState(false);
  const save = useSaveWorkspace();
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const unnamed = draft.name.trim() === "";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setChecked(true);
    if (unnamed) return event.currentTarget.querySelector("input")?.focus();
    if (dirty && !save.isPending) save.mutate({ version, patch: draft });
  }

  return (
    <form noValidate onSubmit={submit} className="flex max-w-2xl flex-col gap-5">
      <TextField
        label={t("name")}
        autoComplete="organization"
        maxLength={200}
        disabled={!editable}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={checked && unnamed ? t("nameProblem") : undefined}
        hint={`${t("address")}: /${slug}`}
      />
      <FormRow>
        <SelectField
          label={t("currency")}
          hint={t("currencyHint")}
          disabled={!editable}
          value={draft.currency}
          options={currencies}
          onValueChange={(value) => change({ currency: value })}
        />
        <SelectField
          label={t("timeZone")}
          hint={t("timeZoneHint")}
          disabled={!editable}
          value={draft.timeZone}
          options={timeZones}
          onValueChange={(value) => change({ timeZone: value })}
        />
      </FormRow>
      <HueField
        disabled={!editable}
        value={draft.accentHue}
        onHue={(value) => change({ accentHue: value })}
      />
      <AccentPreview hue={draft.accentHue} />
      {editable && (
        <div className="flex gap-2 pt-2">
          <Button type="submit" variant="primary" disabled={!dirty} pending={save.isPending}>
            {t("save")}
          </Button>
          {dirty && !save.isPending && (
            <Button variant="ghost" onClick={() => setDraft(saved)}>
              {t("discard")}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
