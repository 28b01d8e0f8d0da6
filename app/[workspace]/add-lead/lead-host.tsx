"use client";

import { usePathname, useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { Suspense, useEffect, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { isPlainPress } from "../plain-key";
import { useWorkspace } from "../workspace-context";

const [German] = deferred(async () => (await import("./german")).GermanAddLead);
const [English] = deferred(async () => (await import("./english")).EnglishAddLead);

/** Adds a lead by the key L from wherever somebody is. The page of leads does so itself. */
export function LeadHost() {
  const { slug } = useWorkspace();
  const pathname = usePathname();
  const router = useRouter();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const [isMounted, setMounted] = useState(false);
  const isElsewhere = pathname !== `/${slug}/leads`;

  useEffect(() => {
    if (!isElsewhere) return;
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "l" || !isPlainPress(event)) return;
      event.preventDefault();
      setMounted(true);
      setOpen(true);
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isElsewhere]);

  if (!isMounted) return null;
  const Dialog = locale === "de" ? German : English;
  return (
    <Suspense fallback={null}>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        onAdded={(id) => router.push(`/${slug}/leads?lead=${id}`)}
      />
    </Suspense>
  );
}
