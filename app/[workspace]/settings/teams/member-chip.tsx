"use client";

import { X } from "lucide-react";
import { Avatar } from "@/app/_ui/avatar";

type MemberChipProps = {
  name: string;
  /** Says what the button does, with both names. */
  removeLabel: string;
  /** Left out where nothing may be changed. */
  onRemove?: (() => void) | undefined;
};

/** A member of a team. */
export function MemberChip({ name, removeLabel, onRemove }: MemberChipProps) {
  return (
    <li className="inline-flex control-sm items-center gap-1.5 rounded-full bg-sunken pl-1 text-13 has-[button]:pr-0 not-has-[button]:pr-2.5">
      <Avatar name={name} size="sm" decorative />
      <span className="max-w-48 truncate" title={name}>
        {name}
      </span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          data-tooltip={removeLabel}
          onClick={onRemove}
          className="square-sm grid place-items-center rounded-full text-muted transition-colors hover:bg-pressed hover:text-text"
        >
          <X size={14} />
        </button>
      )}
    </li>
  );
}
