import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, type Locale, localeCookie, localeHeader, matchLocale } from "./locale";
import { de } from "./messages/de";
import { en } from "./messages/en";

const messages: Record<Locale, typeof de> = { de, en };

/** Zone for dates outside a workspace; inside, `ClientMessages` or the caller passes its own. */
const fallbackTimeZone = "Europe/Berlin";

async function readLocale(): Promise<Locale> {
  const asked = (await headers()).get(localeHeader);
  if (isLocale(asked)) return asked;
  const chosen = (await cookies()).get(localeCookie)?.value;
  if (isLocale(chosen)) return chosen;
  return matchLocale((await headers()).get("accept-language"));
}

/** Language and messages of one request: that of a public page's address, the cookie, else the browser's languages, else German. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await readLocale();
  return { locale, messages: messages[locale], timeZone: fallbackTimeZone };
});
