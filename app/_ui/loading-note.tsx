import { useTranslations } from "next-intl";

/** Says "loading" to screen readers, once for a whole page of skeletons. */
export function LoadingNote() {
  const t = useTranslations("common.status");
  return (
    <span role="status" className="sr-only">
      {t("loading")}
    </span>
  );
}
