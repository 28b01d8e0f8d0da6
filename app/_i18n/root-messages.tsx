import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** What every page's client components may say: the `common` messages, in the request's language. */
export async function RootMessages({ children }: { children: ReactNode }) {
  const { common } = await getMessages();
  return <NextIntlClientProvider messages={{ common }}>{children}</NextIntlClientProvider>;
}
