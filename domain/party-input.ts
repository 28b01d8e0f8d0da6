import * as z from "zod/mini";
import { line } from "./input-fields";

const partyKind = z.enum(["person", "organization"]);

/** Parties whose name begins with `text`, whatever the case. */
export const searchParties = z.strictObject({
  text: line(200),
  kind: z.exactOptional(partyKind),
});

/** The party of this name and kind, made when there is none. */
export const createParty = z.strictObject({
  kind: partyKind,
  name: line(200),
  role: z.exactOptional(z.enum(["CUSTOMER", "CONTACT"])),
});
