import * as z from "zod/mini";
import { id, text } from "./input-fields";

export const decideCustomerChange = z.strictObject({ id, isAccepted: z.boolean() });

/** A request that is declined says why; the customer reads it. */
export const decideErasure = z.discriminatedUnion("status", [
  z.strictObject({ id, status: z.literal("done") }),
  z.strictObject({ id, status: z.literal("declined"), note: text(2000) }),
]);
