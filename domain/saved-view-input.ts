import * as z from "zod/mini";
import { hasFields, id, line, version } from "./input-fields";

const name = line(100);
/** As `writeFilter` or `writePartyFilter` says them; empty for the screen as it usually is. */
const parameters = z.string().check(z.maxLength(8000));

/** The screens that views are kept of. */
const kind = z.enum(["board", "parties"]);

/** `ownerId` is the caller as a member: nobody saves views for others. */
export const createSavedView = z.strictObject({
  id,
  ownerId: id,
  kind: z._default(kind, "board"),
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
