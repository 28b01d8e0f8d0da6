import { useLocale, useTranslations } from "next-intl";
import { buttonStyle } from "@/app/_ui/button-style";
import { formatDate } from "@/app/_ui/format/date";
import { ActionForm } from "./action-form";
import { askForErasure, withdrawErasure } from "./my-actions";
import type { MyPageAnswer } from "./read-my-page";
import { Section } from "./section";

/** To take the own data along, and to be forgotten. */
export function PrivacySection({ page }: { page: MyPageAnswer }) {
  const t = useTranslations("myPage.privacy");
  const locale = useLocale();
  const { erasure, slug, workspace, timeZone } = page;
  const day = erasure && formatDate(erasure.dueOn, locale, timeZone, "long");
  return (
    <Section title={t("title")} text={t("text", { workspace })}>
      <div className="flex flex-wrap gap-3">
        <a href={`/contact/${slug}/my/data`} className={buttonStyle("secondary", "md")}>
          {t("read")}
        </a>
        <a
          href={`/contact/${slug}/my/data.json`}
          download
          className={buttonStyle("secondary", "md")}
        >
          {t("download")}
        </a>
      </div>
      <div className="mt-6 flex flex-col gap-3">
        {erasure?.status === "open" && (
          <>
            <p role="status">{t("asked", { day: day ?? "" })}</p>
            <ActionForm action={withdrawErasure}>{t("withdraw")}</ActionForm>
          </>
        )}
        {erasure?.status === "declined" && (
          <p className="whitespace-pre-line">{t("declined", { note: erasure.note ?? "" })}</p>
        )}
        {erasure?.status !== "open" && (
          <>
            <p className="text-14 text-muted">{t("eraseText")}</p>
            <ActionForm action={askForErasure}>{t("erase")}</ActionForm>
          </>
        )}
      </div>
    </Section>
  );
}
