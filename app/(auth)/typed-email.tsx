"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const EmailContext = createContext<[string, (email: string) => void]>(["", () => {}]);

/** Keeps the address while a person goes between these pages; it never stands in an address bar. */
export function TypedEmail({ children }: { children: ReactNode }) {
  return <EmailContext value={useState("")}>{children}</EmailContext>;
}

/** The address that was typed last and its setter. */
export function useTypedEmail() {
  return useContext(EmailContext);
}
