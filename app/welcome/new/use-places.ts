"use client";

import { useSyncExternalStore } from "react";
import type { Country } from "@/app/_places/countries";
import type { Draft } from "./draft";

const never = () => () => {};

/** The browser's time zone; null while the page comes from the server, which cannot know it. */
function useBrowserTimeZone(): string | null {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}

/**
 * Country, currency and time zone as they stand: what was chosen, else what the browser's time
 * zone, its language and at last Germany suggest.
 */
export function usePlaces(draft: Draft, countries: readonly Country[], region: string | null) {
  const here = useBrowserTimeZone();
  const guessed =
    countries.find(({ timeZone }) => timeZone === here) ??
    countries.find(({ code }) => code === region) ??
    countries[0];
  const country = countries.find(({ code }) => code === draft.country) ?? guessed;
  const ownZone = draft.country === null ? here : null;
  return {
    country: country?.code ?? "DE",
    currency: draft.currency ?? country?.currency ?? "EUR",
    timeZone: draft.timeZone ?? ownZone ?? country?.timeZone ?? "Europe/Berlin",
  };
}

export type Places = ReturnType<typeof usePlaces>;
