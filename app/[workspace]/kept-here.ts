import type * as z from "zod/mini";

/** What this device kept under a key; null when there is nothing of this shape. */
export function readKept<T>(key: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const read = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Keeps a value on this device, or with null forgets it. A device that keeps nothing is no error. */
export function keepHere(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It may be full, or keep nothing: the page still has it.
  }
}
