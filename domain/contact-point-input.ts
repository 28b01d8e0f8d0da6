import * as z from "zod/mini";
import { contactPurposes, typedContactKinds } from "./contact-point";
import { hasFields, id, line, mutationId, version } from "./input-fields";
import { period } from "./party-input";

/** What somebody typed or pasted: the server finds out whether it is an e-mail, a phone or a site. */
export const addContactPoint = z.strictObject({
  id,
  partyId: id,
  mutationId,
  text: line(2000),
  /** Of the workspace: numbers without a country code are dialled where it is. */
  timeZone: line(64),
});

const part = z.exactOptional(line(200));

/** The parts of a postal address: a country (ISO 3166), and a street or a town. */
export const address = z
  .strictObject({
    street: part,
    extra: part,
    postalCode: part,
    city: part,
    region: part,
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  })
  .check(
    z.refine(({ street, city }) => street !== undefined || city !== undefined, { path: ["city"] }),
  );

export const addPostalAddress = z.strictObject({ id, partyId: id, mutationId, address });

const purpose = z.enum(Object.values(contactPurposes).flat());

/** Another text for one that was typed before; it stays of the kind that it is. */
const typed = z.strictObject({
  kind: z.enum(typedContactKinds),
  text: line(2000),
  timeZone: line(64),
});

/** `version` is that of the contact point as the editor saw it. */
export const updateContactPoint = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({
      typed: z.exactOptional(typed),
      address: z.exactOptional(address),
      purposes: z.exactOptional(z.array(purpose).check(z.maxLength(10))),
      valid: z.exactOptional(period),
      isPrimary: z.exactOptional(z.boolean()),
      mayContact: z.exactOptional(z.nullable(z.boolean())),
    })
    .check(z.refine(hasFields)),
});

export const removeContactPoint = z.strictObject({ id });
