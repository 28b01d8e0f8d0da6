import * as z from "zod/mini";
import { id, instant, limit, line } from "./input-fields";

/** `text` is a part of the address; `cursor` is the `nextCursor` of the page before. */
export const listMails = z.strictObject({
  text: z.exactOptional(line(100)),
  cursor: z.nullish(z.strictObject({ createdAt: instant, id })),
  limit: z._default(limit, 50),
});
