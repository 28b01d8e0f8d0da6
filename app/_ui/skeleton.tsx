import { cx } from "./cx";

/** A grey stand-in; give it the size of what comes. Put `LoadingNote` once beside a group. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={cx("block animate-pulse rounded-6 bg-pressed/70", className)}
    />
  );
}
