"use client";

import { type ReactNode, Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { SignOutContext } from "@/app/_ui/frame/sign-out-context";
import type { SignOutWish } from "./sign-out";

const [SignOut] = deferred(async () => (await import("./sign-out")).SignOut);

/** Gives the account menu of the frame the ways to sign out. */
export function SignOutProvider({ children }: { children: ReactNode }) {
  const [wish, setWish] = useState<SignOutWish | null>(null);
  return (
    <SignOutContext value={setWish}>
      {children}
      {wish && (
        <Suspense fallback={null}>
          <SignOut wish={wish} />
        </Suspense>
      )}
    </SignOutContext>
  );
}
