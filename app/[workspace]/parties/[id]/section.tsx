import { type ReactNode, useId } from "react";

type SectionProps = {
  title: string;
  /** Beside the title: what adds to it. */
  action?: ReactNode;
  children: ReactNode;
};

/** A part of the page with its title. */
export function Section({ title, action, children }: SectionProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="border-hairline border-t px-5 py-4 first:border-t-0"
    >
      <div className="mb-1.5 flex min-h-8 items-center justify-between gap-2">
        <h2 id={titleId} className="font-medium text-13">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
