import * as z from "zod/mini";
import { hasFields, id, line, mutationId, text, version } from "./input-fields";
import { typedInLanguages } from "./localized-text-input";

export const contactListKinds = ["newsletter", "announcement", "marketing"] as const;
export type ContactListKind = (typeof contactListKinds)[number];

export const longestListName = 120;
export const longestListDescription = 500;

const fields = {
  kind: z.enum(contactListKinds),
  names: typedInLanguages(line(longestListName)),
  descriptions: z.nullable(typedInLanguages(text(longestListDescription))),
  /** Whether customers may choose it themselves. */
  isOffered: z.boolean(),
};

export const contactListById = z.strictObject({ id });

export const createContactList = z.strictObject({ id, mutationId, ...fields });

/** `version` is that of the list as the editor saw it. An archived list takes nobody any more. */
export const updateContactList = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({
      kind: z.exactOptional(fields.kind),
      names: z.exactOptional(fields.names),
      descriptions: z.exactOptional(fields.descriptions),
      isOffered: z.exactOptional(fields.isOffered),
      isArchived: z.exactOptional(z.boolean()),
    })
    .check(z.refine(hasFields)),
});
