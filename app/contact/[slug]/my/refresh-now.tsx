"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 30_000;

/** Answers appear while somebody looks: the page is drawn anew now and then, and on coming back. */
export function RefreshNow() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(refresh, everyMs);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router]);
  return null;
}
