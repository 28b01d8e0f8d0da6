import { type ReactNode, useId } from "react";

type FormPartProps = { title: string; text?: string; children: ReactNode };

/** Fields that belong together, under a heading. */
export function FormPart({ title, text, children }: FormPartProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-5 border-hairline not-first:border-t not-first:pt-6"
    >
      <div>
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {text && <p className="mt-0.5 text-pretty text-muted">{text}</p>}
      </div>
      {children}
    </section>
  );
}
