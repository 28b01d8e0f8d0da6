"use client";

import {
  type Messages,
  NextIntlClientProvider,
  useLocale,
  useMessages,
  useTimeZone,
} from "next-intl";
import { type ReactNode, useMemo } from "react";

type MessagesProviderProps = {
  messages: Partial<Messages>;
  timeZone?: string | undefined;
  children: ReactNode;
};

/** Adds messages to those of the outer provider; used through `ClientMessages`. */
export function MessagesProvider({ messages, timeZone, children }: MessagesProviderProps) {
  const locale = useLocale();
  const outer = useMessages();
  const outerZone = useTimeZone();
  const zone = timeZone ?? outerZone;
  const merged = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={merged} {...(zone && { timeZone: zone })}>
      {children}
    </NextIntlClientProvider>
  );
}
