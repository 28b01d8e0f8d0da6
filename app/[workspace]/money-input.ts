import { parseDecimal } from "@/app/_ui/format/parse-decimal";
import { canonicalDecimal } from "@/domain/decimal";

/** What `numeric(19, 4)` can hold. */
const storable = /^\d{1,15}(\.\d{1,4})?$/;

/** Typed money as the canonical decimal that an opportunity takes; null if it is none. */
export function readAmount(text: string, locale: string): string | null {
  const parsed = parseDecimal(text, locale);
  if (parsed === null) return null;
  const amount = canonicalDecimal(parsed);
  return storable.test(amount) ? amount : null;
}

/** Typed percent, 0 to 100; null if it is none. */
export function readPercent(text: string, locale: string): string | null {
  const parsed = parseDecimal(text, locale);
  if (parsed === null || !/^\d{1,3}$/.test(parsed) || Number(parsed) > 100) return null;
  return parsed;
}
