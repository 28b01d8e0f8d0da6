"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { Switch } from "@/app/_ui/field/switch";
import { TextField } from "@/app/_ui/field/text-field";
import { FormRow } from "@/app/_ui/form-row";
import type { ContactPageSettings } from "@/domain/contact-page-settings-input";
import { draftOf, inputOf, type PageDraft } from "./page-draft";
import { PagePreview } from "./page-preview";
import { TextPair } from "./text-pair";
import { useSavePage } from "./use-save-page";

type Named = { id: string; name: string };

type ContactPageFormProps = {
  page: ContactPageSettings;
  members: readonly Named[];
  teams: readonly Named[];
  editable: boolean;
};

const uses = ["off", "optional", "required"] as const;
const rules = ["queue", "member", "turns"] as const;

/** The contact page's values; nothing is sent before "save", and the preview shows what would be. */
export function ContactPageForm({ page, members, teams, editable }: ContactPageFormProps) {
  const t = useTranslations("settings.contactPage");
  const saved = draftOf(page);
  // What was changed here lies over what others have saved meanwhile: nothing typed is lost by it.
  const [changes, setChanges] = useState<Partial<PageDraft>>({});
  const draft = { ...saved, ...changes };
  const save = useSavePage(() => setChanges({}));
  const change = (part: Partial<PageDraft>) => setChanges({ ...changes, ...part });
  const dirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const input = inputOf(draft);
  const nobody =
    (draft.assignment === "member" && draft.memberId === null) ||
    (draft.assignment === "turns" && draft.teamId === null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (dirty && !nobody && !save.isPending) save.mutate({ version: page.version, page: input });
  }

  const use = (name: "company" | "phone") => (
    <SelectField
      label={t(`fields.${name}`)}
      disabled={!editable}
      value={draft.fields[name]}
      options={uses.map((value) => ({ value, label: t(`uses.${value}`) }))}
      onValueChange={(value) => {
        const chosen = uses.find((one) => one === value);
        if (chosen) change({ fields: { ...draft.fields, [name]: chosen } });
      }}
    />
  );
  const pick = (label: string, options: readonly Named[], key: "memberId" | "teamId") => (
    <SelectField
      label={label}
      disabled={!editable}
      placeholder={t("choose")}
      value={draft[key] ?? ""}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
      onValueChange={(value) => change({ [key]: value || null })}
      error={nobody ? t("chooseProblem") : undefined}
    />
  );

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <form noValidate onSubmit={submit} className="flex min-w-0 flex-col gap-5">
        <Switch
          label={t("open")}
          disabled={!editable}
          checked={draft.isOpen}
          onCheckedChange={(isOpen) => change({ isOpen })}
        />
        {(["titles", "introductions", "thanks", "consentTexts"] as const).map((name) => (
          <TextPair
            key={name}
            label={t(`texts.${name}`)}
            disabled={!editable}
            isLong={name !== "titles"}
            value={draft[name]}
            onChange={(value) => change({ [name]: value })}
          />
        ))}
        <TextField
          label={t("privacyUrl")}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2000}
          disabled={!editable}
          value={draft.privacyUrl}
          onChange={(event) => change({ privacyUrl: event.target.value })}
        />
        <FormRow>
          {use("company")}
          {use("phone")}
        </FormRow>
        <FormRow>
          <SelectField
            label={t("assignment")}
            disabled={!editable}
            value={draft.assignment}
            options={rules.map((value) => ({ value, label: t(`rules.${value}`) }))}
            onValueChange={(value) => {
              const assignment = rules.find((one) => one === value);
              if (assignment) change({ assignment });
            }}
          />
          {draft.assignment === "member" && pick(t("member"), members, "memberId")}
          {draft.assignment === "turns" && pick(t("team"), teams, "teamId")}
        </FormRow>
        {editable && (
          <div className="flex gap-2 pt-2">
            <Button
              type="submit"
              variant="primary"
              disabled={!dirty || nobody}
              pending={save.isPending}
            >
              {t("save")}
            </Button>
            {dirty && !save.isPending && (
              <Button variant="ghost" onClick={() => setChanges({})}>
                {t("discard")}
              </Button>
            )}
          </div>
        )}
      </form>
      <PagePreview page={input} />
    </div>
  );
}
