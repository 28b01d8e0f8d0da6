"use client";

import { useTranslations } from "next-intl";
import { Avatar, type AvatarSize } from "./avatar";
import { cx } from "./cx";

export type StackPerson = { id: string; name: string; color?: string | null | undefined };

type AvatarStackProps = {
  /** What the people have in common, e.g. "Gerade hier". */
  label: string;
  people: readonly StackPerson[];
  /** More than this many become a number that names them. */
  max?: number | undefined;
  size?: AvatarSize | undefined;
};

/** People side by side, overlapping; the rest as a count. */
export function AvatarStack({ label, people, max = 4, size = "md" }: AvatarStackProps) {
  const t = useTranslations("common.people");
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const hidden = people.slice(shown.length);
  const rest = t("more", { count: hidden.length, names: hidden.map((p) => p.name).join(", ") });
  return (
    <ul aria-label={label} className="flex items-center">
      {shown.map((person, index) => (
        <li
          key={person.id}
          className={cx("rounded-full ring-2 ring-surface", index > 0 && "-ml-0.5")}
        >
          <Avatar name={person.name} color={person.color} size={size} className="block" />
        </li>
      ))}
      {hidden.length > 0 && (
        <li
          data-tooltip={rest}
          className="-ml-0.5 grid h-6 min-w-6 place-items-center rounded-full bg-sunken px-1 text-12 font-medium text-muted ring-2 ring-surface tabular"
        >
          <span aria-hidden="true">+{hidden.length}</span>
          <span className="sr-only">{rest}</span>
        </li>
      )}
    </ul>
  );
}
