"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Spinner } from "@/app/_ui/spinner";
import { useWorkspace } from "../workspace-context";
import { readPlaces } from "./place";
import { ResultList } from "./result-list";
import { SearchFoot } from "./search-foot";
import { SearchState } from "./search-state";
import { useGo } from "./use-go";
import { type Row, useRowGroups } from "./use-rows";
import { useSearch } from "./use-search";

const listId = "search-results";
const none: never[] = [];

type SearchViewProps = {
  input: RefObject<HTMLInputElement | null>;
  onClose: () => void;
  onCreate: (text: string) => void;
};

/** The box and what it finds. The focus stays in the box; the arrows walk through the list. */
export function SearchView({ input, onClose, onCreate }: SearchViewProps) {
  const t = useTranslations("search");
  const { slug, memberId } = useWorkspace();
  const [text, setText] = useState("");
  const [recent] = useState(() => readPlaces(memberId, slug));
  const [active, setActive] = useState(0);
  /** Enter came before the answer to what was typed. */
  const [isAwaited, setAwaited] = useState(false);
  const { answer, error, retry, isCurrent } = useSearch(text);
  const found = useRowGroups(answer?.hits ?? none);
  const go = useGo(onClose);

  const isEmpty = text.trim() === "";
  const before = recent.length > 0 ? [{ name: "recent" as const, rows: recent as Row[] }] : none;
  const groups = isEmpty ? before : found;
  const rows = groups.flatMap((group) => group.rows);
  const at = Math.min(active, rows.length - 1);
  const chosen = rows[at];

  const goToFirst = useRef(() => {});
  goToFirst.current = () => chosen && go(chosen);
  useEffect(() => {
    if (!isAwaited || !isCurrent) return;
    setAwaited(false);
    // Where nothing was found, Enter is to be pressed anew: it would do something else.
    goToFirst.current();
  }, [isAwaited, isCurrent]);

  function type(next: string) {
    setText(next);
    setActive(0);
    setAwaited(false);
  }

  function step(by: number) {
    if (rows.length > 0) setActive((at + by + rows.length) % rows.length);
  }

  function press(event: KeyboardEvent) {
    // An input method uses the same keys to choose among its own words.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter") enter(event.metaKey || event.ctrlKey);
    else return;
    event.preventDefault();
  }

  function enter(inNewTab: boolean) {
    if (!isEmpty && !isCurrent) return setAwaited(true);
    if (chosen) go(chosen, inNewTab ? "newTab" : "here");
    else if (!isEmpty) onCreate(text.trim());
  }

  return (
    <>
      <div className="flex shrink-0 items-center gap-3 border-hairline border-b pr-2 pl-4">
        <Search size={18} aria-hidden="true" className="shrink-0 text-muted" />
        <input
          ref={input}
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="go"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          dir="auto"
          aria-label={t("label")}
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen && rowId(at)}
          placeholder={t("placeholder")}
          className="h-13 min-w-0 flex-1 bg-transparent text-16 outline-none placeholder:text-faint"
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={press}
        />
        {isAwaited && <Spinner />}
        <button
          type="button"
          onClick={onClose}
          className="h-11 rounded-8 px-2 text-muted hover:text-text sm:sr-only sm:focus-visible:not-sr-only"
        >
          {t("close")}
        </button>
      </div>
      <ResultList
        id={listId}
        groups={groups}
        words={isEmpty ? none : (answer?.words ?? none)}
        active={at}
        rowId={rowId}
        onPoint={setActive}
        onGo={go}
      >
        <SearchState
          text={text.trim()}
          count={rows.length}
          isPending={!isEmpty && !answer && !error}
          isCurrent={isCurrent}
          error={error}
          onRetry={retry}
          onCreate={() => onCreate(text.trim())}
        />
      </ResultList>
      <SearchFoot />
    </>
  );
}

function rowId(index: number): string {
  return `${listId}-${index}`;
}
