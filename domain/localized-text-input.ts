import * as z from "zod/mini";

// Apart from what draws such texts: the public pages carry no zod.

/** A text that customers read in their own language: German, English or both. */
export const localizedText = z.strictObject({
  de: z.exactOptional(z.string()),
  en: z.exactOptional(z.string()),
});
