"use client";

import { type ReactNode, useState } from "react";
import { late, useLate } from "@/app/_late/late";
import { SignOutContext } from "@/app/_ui/frame/sign-out-context";
import type { SignOutWish } from "./sign-out";

// Ahead of the wish: without a line it must say so, and not sign out once the line is back.
const extras = late(() => import("./extras"));

/** Gives the account menu of the frame the ways to sign out; and the pages below, what comes late. */
export function SignOutProvider({ children }: { children: ReactNode }) {
  const [wish, setWish] = useState<SignOutWish | null>(null);
  const parts = useLate(extras);
  return (
    <SignOutContext value={setWish}>
      {children}
      {parts && <parts.SearchHost />}
      {parts && <parts.LeadHost />}
      {wish && parts && <parts.SignOut wish={wish} />}
    </SignOutContext>
  );
}
