"use server";

import { cookies } from "next/headers";
import { isLocale, localeCookie } from "./locale";

const year = 60 * 60 * 24 * 365;

/** Remembers the reader's language; Next renders the current page anew in it. */
export async function setLocale(locale: string): Promise<void> {
  // Server actions are public endpoints: whatever is not a language we speak is ignored.
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, { path: "/", maxAge: year, sameSite: "lax" });
}
