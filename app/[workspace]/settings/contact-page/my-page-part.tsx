"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/app/_ui/field/select-field";
import { Switch } from "@/app/_ui/field/switch";
import { changeRules, customerFields } from "@/domain/my-page";
import { FormPart } from "./form-part";
import type { PagePartProps } from "./page-draft";

/** Whether customers have a page of their own, and what they may correct there. */
export function MyPagePart({ draft, editable, change }: PagePartProps) {
  const t = useTranslations("settings.contactPage");
  return (
    <FormPart title={t("parts.myPage")} text={t("myPage.text")}>
      <Switch
        label={t("myPage.offer")}
        disabled={!editable}
        checked={draft.hasMyPage}
        onCheckedChange={(hasMyPage) => change({ hasMyPage })}
      />
      {draft.hasMyPage && (
        <fieldset className="min-w-0">
          <legend className="mb-3 text-13 text-muted">{t("myPage.rules")}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {customerFields.map((field) => (
              <SelectField
                key={field}
                label={t(`myPage.fields.${field}`)}
                disabled={!editable}
                value={draft.changeRules[field]}
                options={changeRules.map((value) => ({
                  value,
                  label: t(`myPage.becomes.${value}`),
                }))}
                onValueChange={(value) => {
                  const rule = changeRules.find((one) => one === value);
                  if (rule) change({ changeRules: { ...draft.changeRules, [field]: rule } });
                }}
              />
            ))}
          </div>
        </fieldset>
      )}
    </FormPart>
  );
}
