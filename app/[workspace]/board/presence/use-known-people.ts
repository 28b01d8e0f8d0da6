"use client";

import { useBoardFrame } from "../board-frame";

export type KnownPerson = { readonly id: string; readonly name: string };

/** Those whom the board knows: an id that belongs to nobody is shown as nobody. */
export function useKnownPeople(ids: readonly string[]): KnownPerson[] {
  const { memberName } = useBoardFrame();
  return ids.flatMap((id) => {
    const name = memberName(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
