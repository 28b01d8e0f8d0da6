import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";

type ErrorNoticeProps = {
  /** What happened. */
  title: string;
  /** What is safe: what was kept, what was not changed. */
  safe?: ReactNode;
  /** What to do. */
  next?: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  className?: string | undefined;
};

/** What happened, what is safe, and what to do; announced at once. */
export function ErrorNotice({ title, safe, next, action, className }: ErrorNoticeProps) {
  const t = useTranslations("common.notice");
  return (
    <div role="alert" className={cx("flex gap-3 rounded-10 bg-red-soft p-4 text-text", className)}>
      <TriangleAlert size={18} className="mt-px shrink-0 text-red-text" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <dl className="mt-1 space-y-1">
          {safe && <Line term={t("safe")}>{safe}</Line>}
          {next && <Line term={t("next")}>{next}</Line>}
        </dl>
        {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="sr-only">{term}</dt>
      <dd className="text-pretty">{children}</dd>
    </div>
  );
}
