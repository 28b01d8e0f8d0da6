"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Kbd } from "../kbd";
import { isPressOn } from "./is-press-on";
import { landmarkOf } from "./landmark-of";
import type { MenuChoice, MenuEntry } from "./menu";
import { popupStyle, rowStyle } from "./popup-style";
import type { PopupState } from "./use-deferred-popup";

type MenuPopupProps = {
  popup: PopupState;
  /** Names the menu for screen readers. */
  label: string;
  entries: readonly MenuEntry[];
  side?: "bottom" | "top" | "right" | "left" | undefined;
  align?: "start" | "center" | "end" | undefined;
};

/** The open part of `Menu`; loaded on demand. */
export function MenuPopup(props: MenuPopupProps) {
  const { label, entries, side = "bottom", align = "start" } = props;
  const { anchor, open, onOpenChange } = props.popup;
  return (
    <Base.Root
      open={open}
      modal={false}
      onOpenChange={(next, { event }) => {
        // The trigger's own click closes it; a second close here would be followed by an opening.
        if (!next && isPressOn(anchor.current, event)) return;
        onOpenChange(next);
      }}
    >
      <Base.Portal container={landmarkOf(anchor.current)}>
        <Base.Positioner
          anchor={anchor}
          positionMethod="fixed"
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
          data-layer=""
        >
          <Base.Popup
            aria-label={label}
            finalFocus={() => (isInDialogAbove(anchor.current) ? false : anchor.current)}
            className={cx(
              popupStyle,
              "max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto overscroll-contain p-1",
            )}
          >
            {keyed(entries).map(({ key, entry }) => (
              <Entry key={key} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Whether an entry opened a dialog that has the focus already: it must not lose it to the trigger. */
function isInDialogAbove(anchor: Element | null): boolean {
  const dialog = document.activeElement?.closest("[role=dialog], [role=alertdialog]");
  return Boolean(dialog && !dialog.contains(anchor));
}

/** Entries have no identity of their own; their place in the menu is their identity. */
function keyed(entries: readonly MenuEntry[]) {
  return entries.map((entry, place) => ({ entry, key: `${place} ${entry.kind ?? "action"}` }));
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "separator":
      return <Base.Separator className="mx-2 my-1 h-px bg-hairline" />;
    case "heading":
      return <div className="px-2 pt-1.5 pb-1 text-12 font-medium text-faint">{entry.label}</div>;
    case "choice":
      return <Choice choice={entry} />;
    case "check":
      return (
        <Base.CheckboxItem
          className={rowStyle}
          checked={entry.checked}
          onCheckedChange={entry.onCheck}
          closeOnClick={false}
        >
          <Words icon={entry.icon} label={entry.label} />
          <Base.CheckboxItemIndicator>
            <Check size={16} className="text-muted" />
          </Base.CheckboxItemIndicator>
        </Base.CheckboxItem>
      );
    case "link":
      return (
        <Base.LinkItem
          className={rowStyle}
          aria-current={entry.current ? "true" : undefined}
          render={<Link href={entry.href} />}
          closeOnClick
        >
          <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
          {entry.current && <Check size={16} className="text-muted" />}
        </Base.LinkItem>
      );
    default:
      return (
        <Base.Item
          className={cx(rowStyle, entry.danger && "text-red-text")}
          onClick={entry.onSelect}
          disabled={entry.disabled}
        >
          <Words icon={entry.icon} label={entry.label} detail={entry.detail} />
          {entry.shortcut && <Kbd>{entry.shortcut}</Kbd>}
        </Base.Item>
      );
  }
}

function Choice({ choice }: { choice: MenuChoice }) {
  return (
    <Base.RadioGroup value={choice.value} onValueChange={choice.onChoose} aria-label={choice.label}>
      <div aria-hidden="true" className="px-2 pt-1.5 pb-1 text-12 font-medium text-faint">
        {choice.label}
      </div>
      {choice.options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={rowStyle} closeOnClick>
          <Words icon={option.icon} label={option.label} />
          <Base.RadioItemIndicator>
            <Check size={16} className="text-muted" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

type WordsProps = { icon?: ReactNode; label: string; detail?: string | undefined };

function Words({ icon, label, detail }: WordsProps) {
  return (
    <>
      {icon && <span className="grid size-4 shrink-0 place-items-center text-muted">{icon}</span>}
      <span className="min-w-0 flex-1">
        <span className="block truncate" title={label}>
          {label}
        </span>
        {detail && <span className="block truncate text-12 text-muted">{detail}</span>}
      </span>
    </>
  );
}
