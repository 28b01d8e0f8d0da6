"use client";

import { createContext, useContext } from "react";

/** Ends the session in this browser, or on all devices. */
export type SignOut = (input: { everywhere: boolean }) => void;

/** Given from above the frame: the kit knows no sessions. */
export const SignOutContext = createContext<SignOut | null>(null);

/** @throws outside of the provider */
export function useFrameSignOut(): SignOut {
  const signOut = useContext(SignOutContext);
  if (!signOut) throw new Error("The frame needs a SignOutContext above it.");
  return signOut;
}
