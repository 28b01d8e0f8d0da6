import { useTranslations } from "next-intl";
import { localeNames } from "./locale-names";

type PageFootProps = {
  locale: "de" | "en";
  privacyUrl: string | null;
  /** Where customers come to their own page; null when there is none. */
  myPage?: string | null;
};

/** Languages by address, because a page inside another has no cookies; and the privacy notice. */
export function PageFoot({ locale, privacyUrl, myPage = null }: PageFootProps) {
  const t = useTranslations("contactPage");
  return (
    <>
      <nav aria-label={t("language")} className="flex gap-4">
        {localeNames.map(([code, name]) => (
          <a
            key={code}
            href={`?lang=${code}`}
            hrefLang={code}
            lang={code}
            aria-current={code === locale ? "true" : undefined}
            className="flex min-h-11 items-center underline-offset-4 hover:underline aria-[current]:font-medium aria-[current]:text-text"
          >
            {name}
          </a>
        ))}
      </nav>
      {myPage && (
        // In a page of another site nobody would stay signed in.
        <a
          href={myPage}
          target="_blank"
          rel="noopener"
          className="flex min-h-11 items-center underline-offset-4 hover:underline"
        >
          {t("myPage")}
        </a>
      )}
      {privacyUrl && (
        <a
          href={privacyUrl}
          target="_blank"
          rel="noreferrer"
          className="flex min-h-11 items-center underline-offset-4 hover:underline"
        >
          {t("privacy")}
        </a>
      )}
    </>
  );
}
