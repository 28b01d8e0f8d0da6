import type { ReactNode } from "react";
import { cx } from "./cx";

type PageHeaderProps = {
  title: string;
  /** Before the title: a way back, or a dot. */
  leading?: ReactNode;
  /** A `SegmentedControl` or `TabLinks`. */
  views?: ReactNode;
  filters?: ReactNode;
  /** Who else is here, and whether what is shown is current. */
  people?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
};

/** From which width on all stands in one line: with filters there is more to make room for. */
const oneLine = {
  title: "@3xl/header:flex-none",
  second:
    "@3xl/header:order-none @3xl/header:w-auto @3xl/header:flex-1 @3xl/header:py-1 @3xl/header:pl-2",
};
const oneLongLine = {
  title: "@7xl/header:flex-none",
  second:
    "@7xl/header:order-none @7xl/header:w-auto @7xl/header:flex-1 @7xl/header:py-1 @7xl/header:pl-2",
};

/**
 * One line: title, views, filters, people, action. Where it gets narrow, views and filters move
 * to a second line that scrolls sideways.
 */
export function PageHeader({ title, leading, views, filters, people, action }: PageHeaderProps) {
  const second = Boolean(views || filters);
  const line = filters ? oneLongLine : oneLine;
  return (
    <header className="@container/header sticky top-0 z-20 shrink-0 border-hairline border-b bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 px-4 @3xl/header:px-5">
        <div
          className={cx("flex h-(--header-height) min-w-0 flex-1 items-center gap-2", line.title)}
        >
          {leading}
          <h1 className="truncate text-16 font-semibold" title={title}>
            {title}
          </h1>
        </div>
        {second && (
          <div
            className={cx(
              "order-last flex w-full scroll-quiet items-center gap-2 pb-2.5",
              line.second,
            )}
          >
            {views}
            {filters}
          </div>
        )}
        <div className="ml-auto flex shrink-0 items-center gap-3">
          {people}
          {action}
        </div>
      </div>
    </header>
  );
}
