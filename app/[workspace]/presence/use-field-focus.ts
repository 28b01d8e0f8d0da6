"use client";

import { type FocusEvent, useEffect, useEffectEvent } from "react";
import { useShowField } from "@/app/_realtime/use-presence";

/** Shows others which field this member is in: for what surrounds rows with a `data-field`. */
export function useFieldFocus() {
  const showField = useShowField();
  return {
    onFocus({ target }: FocusEvent<HTMLElement>) {
      const field = target.closest<HTMLElement>("[data-field]")?.dataset.field;
      // A list that floats elsewhere belongs to the field that opened it.
      if (field !== undefined) showField(field);
    },
    onBlur: () => showField(null),
  };
}

/** For a field that goes away while this member is in it, which tells of no blur. */
export function useFieldEnd(): void {
  const showField = useShowField();
  const end = useEffectEvent(() => showField(null));
  useEffect(() => () => end(), []);
}
