/** Hues far enough apart to tell people and stages from each other. */
const hues = [262, 25, 152, 305, 75, 200, 345, 120, 230, 50, 180, 285];

/** A hue that is always the same for the same text; FNV-1a, so that near names differ. */
export function hueOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hues[(hash >>> 0) % hues.length] ?? 0;
}
