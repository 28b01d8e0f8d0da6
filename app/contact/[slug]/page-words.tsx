import { useTranslations } from "next-intl";
import type { ContactPage } from "@/domain/contact-page";
import { textIn } from "@/domain/localized-text";

type PageWordsProps = {
  page: Pick<ContactPage, "titles" | "introductions">;
  locale: "de" | "en";
};

/** Above the form: the workspace's own words, or ours. */
export function PageWords({ page, locale }: PageWordsProps) {
  const t = useTranslations("contactPage");
  const { titles, introductions } = page;
  return (
    <>
      <h1 className="mb-2 text-pretty text-28 font-semibold leading-9">
        {titles ? textIn(titles, locale) : t("title")}
      </h1>
      <p className="mb-8 whitespace-pre-line text-muted">
        {introductions ? textIn(introductions, locale) : t("introduction")}
      </p>
    </>
  );
}
