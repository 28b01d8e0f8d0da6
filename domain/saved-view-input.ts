import * as z from "zod/mini";
import { hasFields, id, line, version } from "./input-fields";

const name = line(100);
/** As `writeFilter` says them; empty for the board as it usually is. */
const parameters = z.string().check(z.maxLength(8000));

/** `ownerId` is the caller as a member: nobody saves views for others. */
export const createSavedView = z.strictObject({
  id,
  ownerId: id,
  name,
  isShared: z.boolean(),
  parameters,
});

export const updateSavedView = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({
      name: z.exactOptional(name),
      isShared: z.exactOptional(z.boolean()),
      parameters: z.exactOptional(parameters),
    })
    .check(z.refine(hasFields)),
});

export const deleteSavedView = z.strictObject({ id });
