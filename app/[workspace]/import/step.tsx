import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cx } from "@/app/_ui/cx";

type StepStatus = "done" | "current" | "ahead";

type StepProps = {
  number: number;
  title: string;
  status: StepStatus;
  /** What happens here, for as long as it lies ahead. */
  hint?: string | undefined;
  /** At the right of the title: the outcome in a few words. */
  aside?: ReactNode;
  children?: ReactNode;
};

const markers: Record<StepStatus, string> = {
  done: "bg-green-soft text-green-text",
  current: "bg-accent text-on-accent",
  ahead: "bg-sunken text-muted",
};

/** One step of the page; all of them stay visible, so that the way is known from the start. */
export function Step({ number, title, status, hint, aside, children }: StepProps) {
  const t = useTranslations("import.steps");
  const id = useId();
  return (
    <li className="group/step relative pb-8 last:pb-2 sm:pl-10">
      <span
        aria-hidden="true"
        className="absolute top-8 bottom-1 left-3.5 hidden w-px bg-hairline group-last/step:hidden sm:block"
      />
      <section aria-labelledby={id}>
        <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
          <span
            aria-hidden="true"
            className={cx(
              "grid size-7 shrink-0 place-items-center rounded-full text-13 font-semibold tabular transition-colors sm:-ml-10",
              markers[status],
            )}
          >
            {status === "done" ? <Check size={15} /> : number}
          </span>
          <h2 id={id} className={cx("text-16 font-semibold", status === "ahead" && "text-muted")}>
            {title}
            {status !== "current" && <span className="sr-only">, {t(status)}</span>}
          </h2>
          {aside && <div className="min-w-0 text-13 text-muted">{aside}</div>}
        </div>
        {status === "ahead" && hint && <p className="mt-0.5 text-muted">{hint}</p>}
        {children && <div className="mt-3">{children}</div>}
      </section>
    </li>
  );
}
