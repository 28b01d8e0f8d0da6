"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "../avatar";
import { Menu } from "../popup/menu";
import type { FrameUser } from "./types";
import { useAccountEntries } from "./use-account-entries";

/** The member's avatar at the foot of the rail; opens the account menu. */
export function UserMenu({ user }: { user: FrameUser }) {
  const t = useTranslations("frame.user");
  const entries = useAccountEntries();
  const label = t("menu", { name: user.name });
  return (
    <Menu
      label={label}
      side="right"
      align="end"
      entries={[{ kind: "heading", label: user.email ?? user.name }, ...entries]}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          aria-label={label}
          data-tooltip={user.name}
          data-tooltip-side="right"
          className="grid size-10 shrink-0 place-items-center rounded-full transition-colors hover:bg-hover pointer-coarse:size-11"
        >
          <Avatar name={user.name} color={user.color} size="lg" decorative />
        </button>
      )}
    />
  );
}
