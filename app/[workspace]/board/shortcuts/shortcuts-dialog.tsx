"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "@/app/_ui/kbd";
import { Dialog } from "@/app/_ui/popup/dialog";

const groups = [
  {
    name: "anywhere",
    shortcuts: [
      { name: "create", keys: ["C"] },
      { name: "search", keys: ["/"] },
      { name: "find", keys: ["Ctrl", "K"] },
      { name: "lead", keys: ["L"] },
      { name: "undo", keys: ["Ctrl", "Z"] },
      { name: "help", keys: ["?"] },
      { name: "close", keys: ["Esc"] },
    ],
  },
  {
    name: "card",
    shortcuts: [
      { name: "go", keys: ["←", "↑", "↓", "→"] },
      { name: "ends", keys: ["Home", "End"] },
      { name: "open", keys: ["Enter"] },
      { name: "lift", keys: ["Space"] },
      { name: "select", keys: ["X"] },
    ],
  },
  {
    name: "hand",
    shortcuts: [
      { name: "carry", keys: ["←", "↑", "↓", "→"] },
      { name: "drop", keys: ["Space"] },
      { name: "back", keys: ["Esc"] },
    ],
  },
  {
    name: "panel",
    shortcuts: [
      { name: "below", keys: ["J"] },
      { name: "above", keys: ["K"] },
    ],
  },
] as const;

type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Everything the board does by keys. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const t = useTranslations("board.shortcuts");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} size="md">
      <div className="grid gap-x-8 gap-y-5 pb-2 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.name}>
            <h3 className="pb-1.5 font-medium text-12 text-faint">{t(`groups.${group.name}`)}</h3>
            <dl>
              {group.shortcuts.map(({ name, keys }) => (
                <div key={name} className="flex min-h-8 items-center gap-3">
                  <dt className="min-w-0 flex-1 text-13">{t(`names.${name}`)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
