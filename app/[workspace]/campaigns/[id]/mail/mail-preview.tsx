"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { campaignFoot, mailLanguage, paragraphsOf, partsOf } from "@/domain/campaign-mail";
import { textIn } from "@/domain/localized-text";
import { useWorkspace } from "../../../workspace-context";
import type { MailDraft } from "./use-mail-draft";

type MailPreviewProps = {
  campaign: CampaignDetails;
  texts: MailDraft["texts"];
  language: "de" | "en";
};

/** The mail as readers of one language get it; its list stands for those that reach them. */
export function MailPreview({ campaign, texts, language }: MailPreviewProps) {
  const t = useTranslations("campaign.mail");
  const { workspaceName } = useWorkspace();
  const isBegun = (texts.subjects[language] + texts.bodies[language]).trim() !== "";
  const shown = isBegun ? language : (mailLanguage(texts, language) ?? language);
  const subject = texts.subjects[shown].trim();
  const paragraphs = paragraphsOf(texts.bodies[shown]);
  const [list] = campaign.lists;
  const foot = campaignFoot(language, list ? textIn(list.names, language) : t("sampleList"));
  return (
    <section
      aria-label={t("preview")}
      className="min-w-0 self-start rounded-10 border border-hairline bg-raised"
    >
      <div className="border-hairline border-b px-5 py-3 text-13">
        <p className="text-muted">{workspaceName}</p>
        <p lang={shown} className="font-semibold text-14 wrap-anywhere">
          {subject || <span className="font-normal text-muted">{t("noSubject")}</span>}
        </p>
      </div>
      <div lang={language} className="max-w-xl px-5 py-5 text-16/6 wrap-anywhere">
        <p className="mb-5 font-semibold text-accent-text">{workspaceName}</p>
        {paragraphs.length === 0 && <p className="mb-5 text-muted">{t("noBody")}</p>}
        {paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are nothing but their place
          <p key={index} className="mb-5 whitespace-pre-line">
            <Linked text={paragraph} />
          </p>
        ))}
        <div className="space-y-2 text-14 text-muted">
          {foot.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="underline">{t("unsubscribe")}</p>
        </div>
      </div>
    </section>
  );
}

/** A text whose addresses look as they will; a preview leads nowhere. */
function Linked({ text }: { text: string }) {
  return partsOf(text).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces are nothing but their place
    <Fragment key={index}>
      {part.isLink ? <span className="underline">{part.text}</span> : part.text}
    </Fragment>
  ));
}
