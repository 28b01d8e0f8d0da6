"use client";

import { useTranslations } from "next-intl";
import { FormPart } from "./form-part";
import { LogoField } from "./logo-field";
import type { PagePartProps } from "./page-draft";
import { TextPair } from "./text-pair";

/** What the page says and whose it is. */
export function LookPart({ draft, editable, change }: PagePartProps) {
  const t = useTranslations("settings.contactPage");
  return (
    <FormPart title={t("parts.look")}>
      <LogoField disabled={!editable} value={draft.logo} onChange={(logo) => change({ logo })} />
      {(["titles", "introductions", "thanks"] as const).map((name) => (
        <TextPair
          key={name}
          label={t(`texts.${name}`)}
          disabled={!editable}
          isLong={name !== "titles"}
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
    </FormPart>
  );
}
