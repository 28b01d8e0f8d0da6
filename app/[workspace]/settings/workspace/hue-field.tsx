"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/_ui/field/field";
import { HueSlider } from "./hue-slider";

type HueFieldProps = { value: number; disabled: boolean; onHue: (hue: number) => void };

/** The hue of the accent, chosen on a ring of colours laid out flat. */
export function HueField({ value, disabled, onHue }: HueFieldProps) {
  const t = useTranslations("settings.workspace");
  return (
    <Field label={t("accent")} hint={t("accentHint")}>
      <HueSlider
        value={value}
        disabled={disabled}
        valueText={t("accentValue", { hue: value })}
        onHue={onHue}
      />
    </Field>
  );
}
