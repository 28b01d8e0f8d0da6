import type { ReactNode } from "react";
import { cx } from "./cx";
import { TrailPicture } from "./trail-picture";

type EmptyStateProps = {
  title: string;
  /** One sentence that says what will stand here and how it gets here. */
  text: ReactNode;
  /** The one action it teaches. */
  action?: ReactNode;
  /** 1 where it is the whole page; else 2. */
  level?: 1 | 2 | undefined;
  /** Without the picture, for small places such as a column. */
  compact?: boolean | undefined;
  className?: string | undefined;
};

/** What a list shows while it is empty. */
export function EmptyState(props: EmptyStateProps) {
  const { title, text, action, level = 2, compact = false, className } = props;
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div
      className={cx(
        "mx-auto flex max-w-sm flex-col items-center px-6 text-center",
        compact ? "py-6" : "py-14",
        className,
      )}
    >
      {!compact && <TrailPicture className="mb-5" />}
      <Heading className={compact ? "text-14 font-medium" : "text-16 font-semibold"}>
        {title}
      </Heading>
      <p className="mt-1 text-pretty text-muted">{text}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
