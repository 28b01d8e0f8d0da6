import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";

type StageTimeProps = {
  /** Calendar days in the stage; null where the sale is over. */
  days: number | null;
  /** Days without any activity, once they are too many. */
  quiet: number | null;
  stage: string;
};

/** How long the card has been in its stage: quiet figures, with an hourglass once it goes stale. */
export function StageTime({ days, quiet, stage }: StageTimeProps) {
  const t = useTranslations("board.card");
  if (days === null) return null;
  const stay = t("inStage", { days, stage });
  const words = quiet === null ? stay : `${stay} · ${t("quiet", { days: quiet })}`;
  return (
    <span
      className={cx(
        "flex shrink-0 items-center gap-0.5 text-12 tabular",
        quiet === null ? "text-muted" : "text-amber-text",
      )}
      data-tooltip={words}
    >
      {quiet !== null && <Hourglass size={12} aria-hidden="true" />}
      <span aria-hidden="true">{t("inStageShort", { days })}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
