"use client";

import { MenuPopup } from "../popup/menu-popup";
import type { PopupState } from "../popup/use-deferred-popup";
import type { FrameUser } from "./types";
import { useAccountEntries } from "./use-account-entries";

type AccountMenuProps = { popup: PopupState; label: string; user: FrameUser };

/** What the member's avatar opens; loaded on demand. */
export function AccountMenu({ popup, label, user }: AccountMenuProps) {
  const entries = useAccountEntries();
  return (
    <MenuPopup
      popup={popup}
      label={label}
      side="right"
      align="end"
      entries={[{ kind: "heading", label: user.email ?? user.name }, ...entries]}
    />
  );
}
