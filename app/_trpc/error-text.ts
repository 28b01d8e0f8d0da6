"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { errorCodeOf } from "./error-code";

/** The sentence for anything that a call threw, in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  return useCallback(
    (error) => {
      const code = errorCodeOf(error);
      return t(t.has(code) ? code : "internal");
    },
    [t],
  );
}
