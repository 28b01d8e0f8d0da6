"use client";

import { usePathname, useRouter } from "next/navigation";
import { useOpenAddress } from "../board/use-open-address";
import { useWorkspace } from "../workspace-context";
import { keepPlace } from "./place";
import type { Row } from "./use-rows";

/** Goes to what was found and remembers it; on the board a panel opens without leaving it. */
export function useGo(onGone: () => void): (row: Row, where?: "here" | "newTab") => void {
  const router = useRouter();
  const pathname = usePathname();
  const panel = useOpenAddress();
  const { slug, memberId } = useWorkspace();
  return ({ side: _, isBlacklisted: __, ...place }, where = "here") => {
    keepPlace(memberId, slug, place);
    if (where === "newTab") {
      window.open(place.href, "_blank", "noopener");
      return;
    }
    onGone();
    if (place.opens && pathname === `/${slug}/board`) panel.open(place.opens);
    else router.push(place.href);
  };
}
