"use client";

import { useBoardFrame } from "../board-frame";

/** The names of those the board knows: whoever shows themselves as somebody else's id is nobody. */
export function useKnownNames(ids: readonly string[]): string[] {
  const { memberName } = useBoardFrame();
  return ids.flatMap((id) => memberName(id) ?? []);
}
