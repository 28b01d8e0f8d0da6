import { type ReactNode, useId } from "react";

type SectionProps = { title: string; text?: string | undefined; children: ReactNode };

/** A part of the page under its heading. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1 text-20 font-semibold">
        {title}
      </h2>
      {text && <p className="mb-3 text-14 text-muted">{text}</p>}
      {children}
    </section>
  );
}
