"use client";

import { useEffect, useRef } from "react";
import { useSignOut } from "@/app/_entry/use-sign-out";

/** One wish to sign out; another one is another object. */
export type SignOutWish = { readonly everywhere: boolean };

/** Fulfils each wish to sign out, once. */
export function SignOut({ wish }: { wish: SignOutWish }) {
  const { signOut, question } = useSignOut();
  const fulfilled = useRef<SignOutWish>(null);
  useEffect(() => {
    if (fulfilled.current === wish) return;
    fulfilled.current = wish;
    signOut(wish);
  }, [wish, signOut]);
  return question;
}
