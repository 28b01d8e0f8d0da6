"use client";

import { type ReactNode, useState } from "react";
import { late, useLate } from "@/app/_late/late";
import { SignOutContext } from "@/app/_ui/frame/sign-out-context";
import type { SignOutWish } from "./sign-out";

// Ahead of the wish: without a line it must say so, and not sign out once the line is back.
const leaving = late(() => import("./sign-out"));

/** Gives the account menu of the frame the ways to sign out. */
export function SignOutProvider({ children }: { children: ReactNode }) {
  const [wish, setWish] = useState<SignOutWish | null>(null);
  const parts = useLate(leaving);
  return (
    <SignOutContext value={setWish}>
      {children}
      {wish && parts && <parts.SignOut wish={wish} />}
    </SignOutContext>
  );
}
