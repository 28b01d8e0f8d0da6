"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { ChevronDown, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { cx } from "../cx";
import { landmarkOf } from "../popup/landmark-of";
import { popupStyle, rowStyle } from "../popup/popup-style";
import { Spinner } from "../spinner";
import { controlStyle } from "./control-style";
import { Field, type FieldProps, splitFieldProps } from "./field";
import { useFieldControl } from "./field-context";
import { useOptionSearch } from "./use-option-search";

export type ComboboxOption = {
  id: string;
  label: string;
  /** A quieter second line, e.g. town or e-mail. */
  detail?: string | undefined;
  icon?: ReactNode;
};

type ComboboxProps = {
  value: ComboboxOption | null;
  onValueChange: (value: ComboboxOption | null) => void;
  /** Options for a text, best first; called a moment after typing and aborted by the next one. */
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  /** Offers to create what was typed; gets the text. */
  onCreate?: ((name: string) => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  /** For forms: sends the chosen id. */
  name?: string | undefined;
};

/** Stands for "create what was typed" among the options. */
const createId = "\u0000create";

/**
 * A labelled choice among many, found by typing; the choices come from `search`. Weighs 50 kB:
 * keep it in parts of a page that are loaded when opened.
 */
export function ComboboxField(props: FieldProps & ComboboxProps) {
  const { field, control } = splitFieldProps(props);
  return (
    <Field {...field}>
      <Combobox {...control} />
    </Field>
  );
}

function Combobox(props: ComboboxProps) {
  const { value, onValueChange, search, onCreate, placeholder, disabled, name } = props;
  const t = useTranslations("common");
  const wiring = useFieldControl({});
  const group = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<HTMLElement>();
  const { query, setQuery, options, state, start } = useOptionSearch(search);
  const typed = query.trim();
  const known = options.some((o) => o.label.toLocaleLowerCase() === typed.toLocaleLowerCase());
  const creatable = onCreate !== undefined && typed !== "" && state === "ready" && !known;
  const create = { id: createId, label: t("combobox.create", { name: typed }) };
  const items = creatable ? [...options, create] : options;

  function choose(next: ComboboxOption | null) {
    if (next?.id === createId) return onCreate?.(typed);
    onValueChange(next);
  }

  return (
    <Base.Root
      items={items}
      filter={null}
      value={value}
      onValueChange={choose}
      onInputValueChange={(text, { reason }) => setQuery(reason === "input-change" ? text : "")}
      onOpenChange={(open) => {
        if (!open) return;
        setPart(landmarkOf(group.current));
        start();
      }}
      itemToStringLabel={(option) => option.label}
      itemToStringValue={(option) => option.id}
      isItemEqualToValue={(a, b) => a.id === b.id}
      autoHighlight
      {...(name !== undefined && { name })}
      {...(disabled !== undefined && { disabled })}
    >
      <Base.InputGroup ref={group} className="relative">
        <Base.Input
          {...wiring}
          placeholder={placeholder}
          className={cx(controlStyle, "control-md pr-14 pointer-coarse:pr-19")}
        />
        <div className="absolute inset-y-0 right-1 flex items-center text-muted">
          <Base.Clear
            aria-label={t("combobox.clear")}
            className="grid size-7 place-items-center rounded-6 hover:bg-hover pointer-coarse:size-11"
          >
            <X size={14} />
          </Base.Clear>
          {state === "loading" ? (
            <Spinner className="mx-1.5" />
          ) : (
            <ChevronDown size={16} className="mx-1.5" />
          )}
        </div>
      </Base.InputGroup>
      <Base.Portal container={part}>
        <Base.Positioner
          positionMethod="fixed"
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
          data-layer=""
        >
          <Base.Popup
            className={cx(popupStyle, "w-(--anchor-width) min-w-56 max-w-(--available-width)")}
          >
            <Base.Status className="text-13 text-muted">
              <StatusText state={state} count={options.length} creatable={creatable} />
            </Base.Status>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
              {(option: ComboboxOption) => (
                <Base.Item key={option.id} value={option} className={rowStyle}>
                  {option.id === createId ? <Plus size={16} className="text-muted" /> : option.icon}
                  <span className="min-w-0 flex-1">
                    <span className="block truncate" title={option.label}>
                      {option.label}
                    </span>
                    {option.detail && (
                      <span className="block truncate text-12 text-muted">{option.detail}</span>
                    )}
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type StatusTextProps = {
  state: "idle" | "loading" | "ready" | "failed";
  count: number;
  creatable: boolean;
};

function StatusText({ state, count, creatable }: StatusTextProps) {
  const t = useTranslations("common.combobox");
  if (state === "failed")
    return <span className="block px-3 py-2.5 text-red-text">{t("failed")}</span>;
  if (state !== "ready" && count === 0)
    return <span className="block px-3 py-2.5">{t("loading")}</span>;
  if (count === 0 && !creatable) return <span className="block px-3 py-2.5">{t("empty")}</span>;
  return <span className="sr-only">{t("results", { count })}</span>;
}
