import * as z from "zod/mini";
import { line } from "./input-fields";

/** What somebody typed to find something, and how many of each kind they can look through. */
export const searchEverything = z.strictObject({
  text: line(500),
  limit: z._default(z.int().check(z.gte(1), z.lte(20)), 6),
});
