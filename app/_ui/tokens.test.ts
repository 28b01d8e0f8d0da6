import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fitAccent } from "./color/accent";
import { contrast, type Oklch } from "./color/oklch";

type Scheme = "light" | "dark";

const files = ["tokens.css", "hues.css"].map((file) =>
  readFileSync(new URL(file, import.meta.url), "utf8"),
);
const css = files.join("\n").replace(/\/\*[\s\S]*?\*\//g, "");

/** The colour a token has in a scheme when `--accent-hue`, `--accent-chroma` and `--hue` are set. */
function token(name: string, scheme: Scheme, accent: { hue: number; chroma: number }): Oklch {
  const value = new RegExp(`--${name}:([^;]+);`).exec(css)?.[1] ?? "";
  return color(value, scheme, accent);
}

function color(
  value: string,
  scheme: Scheme,
  { hue, chroma }: { hue: number; chroma: number },
): Oklch {
  const filled = value
    .replaceAll("var(--accent-hue)", String(hue))
    .replaceAll("var(--hue)", String(hue))
    .replaceAll("var(--accent-chroma)", String(chroma))
    .replace(/calc\(([\d.]+) \* ([\d.]+)\)/g, (_, a, b) => String(Number(a) * Number(b)));
  const colors = [...filled.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)/g)];
  const match = colors.length > 1 && scheme === "dark" ? colors[1] : colors[0];
  if (!match) throw new Error(`No colour in ${value}`);
  return { l: Number(match[1]), c: Number(match[2]), h: Number(match[3]) };
}

const surfaces = ["canvas", "surface", "raised", "sunken", "hover"];

/** Foreground, backgrounds, least ratio (WCAG 2.2: AAA text 7, AA text 4.5, shapes 3). */
const pairs: [string, string[], number][] = [
  ["text", [...surfaces, "pressed"], 7],
  ["muted", [...surfaces, "pressed"], 4.5],
  ["faint", surfaces, 4.5],
  ["edge", ["surface", "canvas", "raised"], 3],
  ["ring", ["surface", "canvas", "raised"], 3],
  ["on-accent", ["accent", "accent-hover", "red", "red-hover"], 4.5],
  ["accent", ["surface", "canvas"], 3],
  ["accent-text", ["surface", "canvas", "raised", "accent-soft"], 4.5],
  ["text", ["accent-soft", "red-soft", "amber-soft", "green-soft", "blue-soft"], 7],
  ["muted", ["accent-soft"], 4.5],
  ...["red", "amber", "green", "blue"].flatMap((tone): [string, string[], number][] => [
    [`${tone}-text`, [`${tone}-soft`, "surface", "canvas", "raised", "hover"], 4.5],
    [tone, ["surface", "canvas"], 3],
  ]),
];

const hues = Array.from({ length: 36 }, (_, index) => index * 10);
const accents = hues.flatMap((hue) =>
  [0.02, 0.1, 0.19].map((chroma) => fitAccent({ hue, chroma })),
);

describe.each<Scheme>(["light", "dark"])("contrast in %s", (scheme) => {
  it.each(pairs)("%s on %s is at least %d around the colour wheel", (front, backs, least) => {
    for (const accent of accents) {
      for (const back of backs) {
        const ratio = contrast(token(front, scheme, accent), token(back, scheme, accent));
        expect(ratio, `${front} on ${back}, ${JSON.stringify(accent)}`).toBeGreaterThanOrEqual(
          least,
        );
      }
    }
  });

  it.each(["avatar", "name-tag"])("initials and names on .%s are AA in every hue", (name) => {
    const rule = new RegExp(`\\.${name} \\{([^}]+)\\}`).exec(css)?.[1] ?? "";
    const back = /background:([^;]+);/.exec(rule)?.[1] ?? "";
    const front = /(?:^|\s)color:([^;]+);/.exec(rule)?.[1] ?? "";
    for (const hue of hues) {
      const at = { hue, chroma: 0 };
      const ratio = contrast(color(front, scheme, at), color(back, scheme, at));
      expect(ratio, `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
