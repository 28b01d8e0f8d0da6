/** `system` follows the device. */
export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

export const themeCookie = "spur-theme";

/** True for a theme that can be chosen. */
export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}
