"use client";

import { Send } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { canManageLists } from "@/domain/access";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { mailLanguage } from "@/domain/campaign-mail";
import { Section } from "../../../parties/[id]/section";
import { useWorkspace } from "../../../workspace-context";
import { useCampaignEdits } from "../../use-campaign-edits";
import { MailEditor } from "./mail-editor";
import { MailPreview } from "./mail-preview";
import { type MailDraft, storedTexts } from "./use-mail-draft";

const languages = ["de", "en"] as const;

type MailPartProps = { campaign: CampaignDetails; draft: MailDraft; isEditable: boolean };

/** The mail of a campaign in both languages, beside it as its readers get it. */
export function MailPart({ campaign, draft, isEditable }: MailPartProps) {
  const t = useTranslations("campaign.mail");
  const { accessRole } = useWorkspace();
  const [language, setLanguage] = useState<"de" | "en">(useLocale() === "en" ? "en" : "de");
  const hasText = mailLanguage(campaign, language) !== null;
  return (
    <Section
      title={t("title")}
      action={
        <div className="flex flex-wrap items-center justify-end gap-2">
          {hasText && canManageLists(accessRole) && (
            <TestButton campaignId={campaign.id} language={language} isBehind={draft.isUnsaved} />
          )}
          <SegmentedControl
            label={t("language")}
            value={language}
            onValueChange={setLanguage}
            segments={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          />
        </div>
      }
    >
      {!isEditable && !hasText && <p className="text-muted">{t("none")}</p>}
      {(isEditable || hasText) && (
        <div className={isEditable ? "grid gap-5 @6xl:grid-cols-2" : undefined}>
          {isEditable && <MailEditor draft={draft} language={language} />}
          <MailPreview
            campaign={campaign}
            // Sent by a colleague while it was typed on, it says what was sent.
            texts={isEditable ? draft.texts : storedTexts(campaign)}
            language={language}
          />
        </div>
      )}
    </Section>
  );
}

type TestButtonProps = { campaignId: string; language: "de" | "en"; isBehind: boolean };

/** Mails the campaign to whoever presses it. */
function TestButton({ campaignId, language, isBehind }: TestButtonProps) {
  const t = useTranslations("campaign.mail");
  const { test } = useCampaignEdits();
  const [isPending, setPending] = useState(false);

  async function send() {
    setPending(true);
    await test(campaignId, language);
    setPending(false);
  }

  return (
    <Button
      variant="ghost"
      icon={<Send size={16} />}
      pending={isPending}
      data-tooltip={isBehind ? t("testUnsaved") : undefined}
      onClick={() => void send()}
    >
      {t("test")}
    </Button>
  );
}
