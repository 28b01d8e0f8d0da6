import "server-only";
import { cookies } from "next/headers";
import { isTheme, type Theme, themeCookie } from "./theme";

/** The theme the reader chose, for the `data-theme` attribute of the page; else the device's. */
export async function readTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(themeCookie)?.value;
  return isTheme(chosen) ? chosen : "system";
}
