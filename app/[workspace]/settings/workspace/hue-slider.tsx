"use client";

import type { CSSProperties } from "react";
import { useFieldControl } from "@/app/_ui/field/field-context";

type HueSliderProps = {
  value: number;
  disabled: boolean;
  /** The value in words, for screen readers. */
  valueText: string;
  onHue: (hue: number) => void;
};

const stops = [0, 45, 90, 135, 180, 225, 270, 315, 360];

const rainbow = `linear-gradient(to right in oklch longer hue, ${stops
  .map((hue) => `oklch(0.6 0.15 ${hue}) ${(hue / 3.6).toFixed(1)}%`)
  .join(", ")})`;

/** A slider whose track shows what it chooses; arrow keys move it by a degree, page keys by ten. */
export function HueSlider({ value, disabled, valueText, onHue }: HueSliderProps) {
  return (
    <span className="relative flex control-md items-center">
      <span
        aria-hidden="true"
        className="absolute inset-x-0 h-3 rounded-full"
        style={{ background: rainbow.replace(" longer hue", "") }}
      />
      <input
        type="range"
        min={0}
        max={360}
        value={value}
        disabled={disabled}
        aria-valuetext={valueText}
        onChange={(event) => onHue(event.target.valueAsNumber)}
        // React's CSSProperties know no custom properties.
        style={{ "--hue": value } as CSSProperties}
        className="relative h-(--control-md) w-full appearance-none rounded-full bg-transparent disabled:opacity-60 [&::-moz-range-thumb]:size-5 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-3 [&::-moz-range-thumb]:border-on-accent [&::-moz-range-thumb]:bg-[oklch(0.55_0.17_var(--hue))] [&::-moz-range-thumb]:shadow-float [&::-webkit-slider-thumb]:size-6 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-3 [&::-webkit-slider-thumb]:border-on-accent [&::-webkit-slider-thumb]:bg-[oklch(0.55_0.17_var(--hue))] [&::-webkit-slider-thumb]:shadow-float"
        {...useFieldControl({})}
      />
    </span>
  );
}
