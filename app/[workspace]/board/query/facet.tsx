"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { Popover } from "@/app/_ui/popup/popover";
import type { TriggerProps } from "@/app/_ui/popup/use-deferred-popup";

type FacetButtonProps = {
  name: string;
  /** What is chosen, in words; empty when nothing is. */
  chosen: readonly string[];
  trigger: TriggerProps;
};

function FacetButton({ name, chosen, trigger }: FacetButtonProps) {
  const t = useTranslations("query.filter");
  const [first = ""] = chosen;
  const values = chosen.length > 1 ? t("more", { first, count: chosen.length - 1 }) : first;
  return (
    <Button
      {...trigger}
      size="sm"
      className={cx(
        "rounded-full",
        chosen.length > 0 && "border-accent! bg-accent-soft! text-accent-text!",
      )}
      trailing={<ChevronDown size={14} />}
    >
      <span className="max-w-48 truncate">
        {first === "" ? name : t("chosen", { name, values })}
      </span>
    </Button>
  );
}

type ListFacetProps = {
  name: string;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
};

/** One condition: any of several values. */
export function ListFacet({ name, options, values, onValues }: ListFacetProps) {
  const entries = options.map(({ value, ...look }): MenuEntry => {
    const others = values.filter((one) => one !== value);
    const onCheck = (checked: boolean) => onValues(checked ? [...others, value] : others);
    return { kind: "check", ...look, checked: values.includes(value), onCheck };
  });
  const chosen = options.filter(({ value }) => values.includes(value)).map(({ label }) => label);
  return (
    <Menu
      label={name}
      entries={entries}
      trigger={(trigger) => <FacetButton name={name} chosen={chosen} trigger={trigger} />}
    />
  );
}

type FieldsFacetProps = { name: string; chosen: string; children: ReactNode };

/** One condition made of fields, such as an amount between two others. */
export function FieldsFacet({ name, chosen, children }: FieldsFacetProps) {
  return (
    <Popover
      label={name}
      trigger={(trigger) => (
        <FacetButton name={name} chosen={chosen === "" ? [] : [chosen]} trigger={trigger} />
      )}
    >
      {children}
    </Popover>
  );
}
