import { useTranslations } from "next-intl";
import { useId } from "react";
import { SelectField } from "@/app/_ui/field/select-field";
import type { UnknownValue } from "@/domain/import-values";

type AliasFieldsProps = {
  kind: "stages" | "owners";
  values: readonly UnknownValue[];
  options: readonly { id: string; name: string }[];
  /** From the key of a value to the id it means. */
  chosen: Readonly<Record<string, string>>;
  onChange: (chosen: Readonly<Record<string, string>>) => void;
};

/** More are no spellings but another column. */
const shownValues = 12;

/** Each unknown word of a column once, with what it means here. */
export function AliasFields({ kind, values, options, chosen, onChange }: AliasFieldsProps) {
  const t = useTranslations("import.columns");
  const id = useId();
  if (values.length === 0) return null;
  const shown = values.slice(0, shownValues);
  const hidden = values.length - shown.length;

  function assign(key: string, target: string) {
    const { [key]: _, ...others } = chosen;
    onChange(target === "" ? others : { ...others, [key]: target });
  }

  return (
    <section aria-labelledby={id} className="mt-6 rounded-10 bg-amber-soft/60 px-4 pt-3 pb-2">
      <h3 id={id} className="font-semibold">
        {t(`${kind}.title`)}
      </h3>
      <p className="text-13 text-muted">{t(`${kind}.text`)}</p>
      <div className="mt-2">
        {shown.map(({ key, value, count }) => (
          <SelectField
            key={key}
            label={value}
            className="gap-y-1 py-1.5 sm:grid sm:grid-cols-[minmax(0,14rem)_minmax(0,20rem)_auto] sm:items-center sm:gap-x-4"
            placeholder={t("unassigned")}
            value={chosen[key] ?? ""}
            options={options.map((option) => ({ value: option.id, label: option.name }))}
            onValueChange={(target) => assign(key, target)}
            hint={t("rows", { count })}
          />
        ))}
      </div>
      {hidden > 0 && (
        <p className="pb-2 text-13 text-muted">{t("moreUnknown", { count: hidden })}</p>
      )}
    </section>
  );
}
