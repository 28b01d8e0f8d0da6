"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cx } from "@/app/_ui/cx";
import { controlStyle } from "@/app/_ui/field/control-style";
import { IconButton } from "@/app/_ui/icon-button";

/** A pause in typing after which the database is asked, ms. */
const pause = 200;

type SearchBoxProps = {
  text: string;
  onText: (text: string) => void;
  /** What is searched; the board unless said otherwise. */
  label?: string;
};

/** Names to look for; the screen follows while typing. */
export function SearchBox({ text, onText, label }: SearchBoxProps) {
  const t = useTranslations("query.search");
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<number | undefined>(undefined);
  /** What is typed and not yet asked for. */
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? text;

  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(next: string) {
    clearTimeout(timer.current);
    setDraft(null);
    if (next.trim() !== text) onText(next.trim());
  }

  function type(next: string) {
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(onText, pause, next.trim());
  }

  return (
    <search className="relative block w-44 shrink-0 @5xl/header:w-56">
      <Search
        size={15}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
      />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-board-search=""
        aria-label={label ?? t("label")}
        aria-keyshortcuts="/"
        placeholder={t("placeholder")}
        className={cx(controlStyle, "control-md pr-8 pl-8")}
        value={shown}
        onChange={({ target }) => type(target.value)}
        onBlur={() => draft !== null && ask(draft)}
        onKeyDown={(event) => {
          if (event.key === "Enter") ask(shown);
          if (event.key !== "Escape") return;
          // Once for the text, once more for whatever else Esc means.
          if (shown !== "") event.stopPropagation();
          ask("");
          if (shown === "") input.current?.blur();
        }}
      />
      {shown !== "" && (
        <span className="absolute inset-y-0 right-0 grid place-items-center pointer-fine:pr-0.5">
          <IconButton
            size="sm"
            label={t("clear")}
            icon={<X size={14} />}
            onClick={() => {
              ask("");
              input.current?.focus();
            }}
          />
        </span>
      )}
    </search>
  );
}
