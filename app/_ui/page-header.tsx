import type { ReactNode } from "react";

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

/**
 * One line: title, views, filters, people, action. Where it gets narrow, views and filters move
 * to a second line that scrolls sideways.
 */
export function PageHeader({ title, leading, views, filters, people, action }: PageHeaderProps) {
  const second = Boolean(views || filters);
  return (
    <header className="@container/header sticky top-0 z-20 shrink-0 border-hairline border-b bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 px-4 @3xl/header:px-5">
        <div className="flex h-(--header-height) min-w-0 flex-1 items-center gap-2 @3xl/header:flex-none">
          {leading}
          <h1 className="truncate text-16 font-semibold" title={title}>
            {title}
          </h1>
        </div>
        {second && (
          <div className="order-last flex w-full scroll-quiet items-center gap-2 pb-2.5 @3xl/header:order-none @3xl/header:w-auto @3xl/header:flex-1 @3xl/header:py-1 @3xl/header:pl-2">
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
