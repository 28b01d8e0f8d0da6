"use client";

import { useTranslations } from "next-intl";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { ImportSession } from "../import-session";

/** Ends an import that is not taken over; the file and all choices stay on the page. */
export function useDiscard(session: ImportSession): () => void {
  const t = useTranslations("import.resume");
  const toast = useToast();
  return () => {
    void session.runner.abandon().then(() => toast.show({ title: t("discarded") }));
  };
}
