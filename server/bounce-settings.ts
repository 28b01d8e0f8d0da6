import { z } from "zod";

/** Where mail that comes back goes to, and what it and its intake are signed with. */
export type BounceSettings = { address: string; secret: string };

/** A tag of 54 characters goes into the local part, which may have 64 (RFC 5321, 4.5.3.1.1). */
const longestLocalPart = 10;

const address = z.email().refine((said) => said.indexOf("@") <= longestLocalPart, {
  error: `More than ${longestLocalPart} characters before the @`,
});

/** As the environment says them: both or none; empty is none, as the example leaves them. */
export const bounceVariables = {
  SPUR_BOUNCE_ADDRESS: z.union([z.literal(""), address]).optional(),
  SPUR_BOUNCE_SECRET: z.union([z.literal(""), z.string().min(32)]).optional(),
};

type Variables = { [Name in keyof typeof bounceVariables]?: string | undefined };

/** @throws Error when one is there without the other: a mistake of whoever runs this. */
export function bounceSettings(read: Variables): BounceSettings | null {
  const { SPUR_BOUNCE_ADDRESS: address, SPUR_BOUNCE_SECRET: secret } = read;
  if (!address && !secret) return null;
  if (!address || !secret)
    throw new Error("SPUR_BOUNCE_ADDRESS and SPUR_BOUNCE_SECRET belong together.");
  return { address: address.toLowerCase(), secret };
}
