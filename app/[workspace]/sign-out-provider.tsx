"use client";

import type { ReactNode } from "react";
import { useSignOut } from "@/app/_entry/use-sign-out";
import { SignOutContext } from "@/app/_ui/frame/sign-out-context";

/** Gives the account menu of the frame the ways to sign out. */
export function SignOutProvider({ children }: { children: ReactNode }) {
  const { signOut, question } = useSignOut();
  return (
    <SignOutContext value={signOut}>
      {children}
      {question}
    </SignOutContext>
  );
}
