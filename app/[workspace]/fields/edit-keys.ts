import type { KeyboardEvent } from "react";

/** Enter saves by leaving the field; Esc takes back what was typed and leaves the panel open. */
export function editKeys(edited: { isDirty: boolean; revert: () => void }) {
  return {
    // Without anything typed, Esc belongs to the panel.
    "data-keep-escape": edited.isDirty ? "" : undefined,
    onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
      if (event.nativeEvent.isComposing) return;
      if (event.key === "Enter") event.currentTarget.blur();
      if (event.key !== "Escape" || !edited.isDirty) return;
      event.preventDefault();
      edited.revert();
    },
  };
}
