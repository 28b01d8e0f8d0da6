import * as z from "zod/mini";
import { hasFields } from "./input-fields";

// Apart from what draws such texts: the public pages carry no zod.

/** A text that customers read in their own language: German, English or both. */
export const localizedText = z.strictObject({
  de: z.exactOptional(z.string()),
  en: z.exactOptional(z.string()),
});

/** What is typed for it: one language at least, each as `field` wants it. */
export const typedInLanguages = <Field extends z.ZodMiniType>(field: Field) =>
  z
    .strictObject({ de: z.exactOptional(field), en: z.exactOptional(field) })
    .check(z.refine(hasFields));
