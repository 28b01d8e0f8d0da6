"use client";

import { useTranslations } from "next-intl";
import { deferred } from "@/app/_late/deferred";
import { Avatar } from "../avatar";
import { DeferredMenu } from "../popup/deferred-menu";
import type { FrameUser } from "./types";

const [AccountMenu, preload] = deferred(async () => (await import("./account-menu")).AccountMenu);

/** The member's avatar at the foot of the rail; opens the account menu. */
export function UserMenu({ user }: { user: FrameUser }) {
  const t = useTranslations("frame.user");
  const label = t("menu", { name: user.name });
  return (
    <DeferredMenu
      preload={preload}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          aria-label={label}
          data-tooltip={user.name}
          data-tooltip-side="right"
          className="grid size-10 shrink-0 place-items-center rounded-full transition-colors hover:bg-hover pointer-coarse:size-11"
        >
          <Avatar name={user.name} size="lg" decorative />
        </button>
      )}
    >
      {(popup) => <AccountMenu popup={popup} label={label} user={user} />}
    </DeferredMenu>
  );
}
