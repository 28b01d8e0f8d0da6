"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "@/app/_ui/kbd";

const hints = [
  { name: "choose", keys: ["↑", "↓"] },
  { name: "open", keys: ["↵"] },
  { name: "newTab", keys: ["Ctrl", "↵"] },
  { name: "close", keys: ["Esc"] },
] as const;

/** What the keys do, where there are keys. */
export function SearchFoot() {
  const t = useTranslations("search.keys");
  return (
    <div
      aria-hidden="true"
      className="hidden shrink-0 gap-4 border-hairline border-t px-4 py-2 text-12 text-faint sm:flex pointer-coarse:hidden"
    >
      {hints.map(({ name, keys }) => (
        <span key={name} className="flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          <span className="ml-0.5">{t(name)}</span>
        </span>
      ))}
    </div>
  );
}
