import * as z from "zod/mini";
import { contactLink, contactPageAddress } from "./contact-page-input";
import { address } from "./contact-point-input";
import { email, id, line, text, version } from "./input-fields";

/** Asks for a link to the own page. */
export const askForMyPage = z.extend(contactPageAddress, { email, locale: z.enum(["de", "en"]) });

export const enterMyPage = contactLink;

export const becomeCustomer = z.strictObject({ partyId: id });

/** What is corrected: one that the customer saw, or a new one. */
const place = z.nullable(z.strictObject({ contactPointId: id, version }));

const namePart = (max: number) => z.nullable(line(max));

/** A correction of the own data, based on what the customer saw. */
export const correctMyData = z.strictObject({
  /** Made by the form, so that a double tap or a retry is the same correction. */
  id,
  correction: z.discriminatedUnion("field", [
    z.strictObject({
      field: z.literal("name"),
      version,
      name: z.union([
        z
          .strictObject({
            salutation: namePart(60),
            title: namePart(60),
            givenName: namePart(500),
            familyName: namePart(500),
          })
          .check(
            z.refine(({ givenName, familyName }) => givenName !== null || familyName !== null, {
              path: ["familyName"],
            }),
          ),
        z.strictObject({ name: line(500) }),
      ]),
    }),
    z.strictObject({ field: z.literal("language"), version, language: z.enum(["de", "en"]) }),
    z.strictObject({ field: z.literal("address"), place, address }),
    z.strictObject({
      field: z.literal("phone"),
      place,
      phone: line(60),
      /** Of the workspace: numbers without a country code are dialled there. */
      timeZone: line(64),
    }),
    z.strictObject({ field: z.literal("email"), place, email }),
    z.strictObject({
      field: z.literal("mayContact"),
      contactPointId: id,
      version,
      mayContact: z.boolean(),
    }),
    z.strictObject({
      field: z.literal("remove"),
      kind: z.enum(["address", "phone", "email"]),
      contactPointId: id,
      version,
    }),
  ]),
});
export type Correction = z.input<typeof correctMyData>["correction"];

export const withdrawMyChange = z.strictObject({ id });

/** `about` is a message of the talk that it belongs to; null begins a new one. */
export const writeMyMessage = z.strictObject({ id, about: z.nullable(id), body: text(10_000) });

export const chooseMyList = z.strictObject({ listId: id, isWanted: z.boolean() });
