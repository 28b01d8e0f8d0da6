import { type Accent, fitAccent } from "@/app/_ui/color/accent";

/** A workspace chooses the hue of its accent; how strong it is belongs to the design. */
export function accentOf(hue: number): Accent {
  return fitAccent({ hue, chroma: 0.17 });
}
