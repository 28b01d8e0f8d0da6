import { cx } from "./cx";

type ProgressBarProps = {
  /** What is progressing, in words. */
  label: string;
  /** 0–1; null while the end is not known. */
  value: number | null;
  /** In words beside the label, e.g. "1.200 von 5.000". */
  detail?: string | undefined;
  tone?: "accent" | "green" | "red" | undefined;
};

const fills = { accent: "bg-accent", green: "bg-green", red: "bg-red" };

/** Real progress of long work. */
export function ProgressBar({ label, value, detail, tone = "accent" }: ProgressBarProps) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-4 text-13">
        <span>{label}</span>
        {detail && <span className="tabular text-muted">{detail}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={detail}
        className="h-1.5 overflow-hidden rounded-full bg-pressed"
      >
        <div
          className={cx(
            "h-full rounded-full transition-[width] duration-(--motion-slow)",
            fills[tone],
            percent === null && "w-1/3 animate-pulse",
          )}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
