"use client";

import { useOpened } from "../party-context";

/** Those whom the page knows: an id that belongs to nobody is shown as nobody. */
export function useKnownPeople(ids: readonly string[]): { id: string; name: string }[] {
  const { memberName } = useOpened();
  return ids.flatMap((id) => {
    const name = memberName(id);
    return name === null ? [] : [{ id, name }];
  });
}
