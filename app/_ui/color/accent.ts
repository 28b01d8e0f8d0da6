import { fitChroma } from "./oklch";

/** Hue (0–360) and chroma of a workspace's accent; lightness belongs to the tokens. */
export type Accent = { hue: number; chroma: number };

/** Above this everything near it looks pale, below it reads as grey. */
const chromaRange = { min: 0.02, max: 0.19 };

/** Where `--accent` and its hover lie; a chroma that fits there fits everywhere it is used. */
const lightnesses = [0.46, 0.53];

/**
 * The same hue with a chroma that screens can show at the lightness of the tokens. Beyond it
 * browsers change the lightness, and with it the contrast.
 */
export function fitAccent({ hue, chroma }: Accent): Accent {
  const wished = Math.min(chromaRange.max, Math.max(chromaRange.min, chroma));
  const fitting = lightnesses.map((l) => fitChroma({ l, c: wished, h: hue }));
  return { hue, chroma: Number(Math.min(...fitting).toFixed(3)) };
}
