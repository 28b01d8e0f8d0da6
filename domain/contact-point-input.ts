import * as z from "zod/mini";
import { id, line, mutationId } from "./input-fields";

/** What somebody typed or pasted: the server finds out whether it is an e-mail, a phone or a site. */
export const addContactPoint = z.strictObject({
  id,
  partyId: id,
  mutationId,
  text: line(2000),
  /** Of the workspace: numbers without a country code are dialled where it is. */
  timeZone: line(64),
});

export const removeContactPoint = z.strictObject({ id });
