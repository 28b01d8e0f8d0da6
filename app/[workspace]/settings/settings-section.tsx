import type { ReactNode } from "react";

type SettingsSectionProps = {
  title: string;
  text?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** One subject of a settings page. */
export function SettingsSection({ title, text, aside, children }: SettingsSectionProps) {
  return (
    <section className="not-first:mt-10">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-16 font-semibold">{title}</h2>
          {text && <p className="mt-0.5 max-w-prose text-pretty text-muted">{text}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}
