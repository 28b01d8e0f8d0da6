/** A colour as OKLCH: lightness 0–1, chroma 0–0.4, hue in degrees. */
export type Oklch = { l: number; c: number; h: number };

/** Linear-light sRGB of an OKLCH colour, each channel clipped to 0–1 as browsers do. */
function toLinearRgb(color: Oklch): [r: number, g: number, b: number] {
  const [r, g, b] = unclipped(color);
  return [clip(r), clip(g), clip(b)];
}

/** The chroma, at most that of the colour, with which every screen can show it (sRGB). */
export function fitChroma(color: Oklch): number {
  if (isShowable(color)) return color.c;
  let [low, high] = [0, color.c];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (isShowable({ ...color, c: middle })) low = middle;
    else high = middle;
  }
  return low;
}

function isShowable(color: Oklch): boolean {
  return unclipped(color).every((channel) => channel > -0.0005 && channel < 1.0005);
}

function unclipped({ l, c, h }: Oklch): [r: number, g: number, b: number] {
  // Matrices from B. Ottosson, "A perceptual color space for image processing" (2020).
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** WCAG 2.2 contrast ratio of two colours, 1–21. */
export function contrast(one: Oklch, other: Oklch): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Oklch): number {
  const [r, g, b] = toLinearRgb(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function clip(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}
