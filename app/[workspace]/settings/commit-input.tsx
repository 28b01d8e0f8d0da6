"use client";

import { type ComponentProps, type KeyboardEvent, useState } from "react";
import { TextInput } from "@/app/_ui/field/text-field";

type CommitInputProps = Omit<ComponentProps<"input">, "value" | "onChange"> & {
  value: string;
  /** Called on Enter or on leaving when the text is another one; blank text counts as none. */
  onCommit: (text: string) => void;
  /** Changes what is typed, e.g. to digits. */
  clean?: (text: string) => string;
  /** Blank text is taken and not put back. */
  blank?: boolean;
};

/** Text edited in place: Enter or leaving saves, Esc puts back. */
export function CommitInput(props: CommitInputProps) {
  const { value, onCommit, clean, blank = false, ...rest } = props;
  const [draft, setDraft] = useState<string | null>(null);

  function commit() {
    if (draft === null) return;
    const text = draft.trim();
    setDraft(null);
    if (text !== value && (text !== "" || blank)) onCommit(text);
  }

  function key(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") commit();
    if (event.key === "Escape") setDraft(null);
  }

  return (
    <TextInput
      autoComplete="off"
      data-keep-escape=""
      {...rest}
      value={draft ?? value}
      onChange={(event) => setDraft(clean ? clean(event.target.value) : event.target.value)}
      onBlur={commit}
      onKeyDown={key}
    />
  );
}
