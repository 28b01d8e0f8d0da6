import * as z from "zod/mini";
import { email } from "./input-fields";

/** bcrypt reads no more than 72 bytes; the least length is also set in supabase/config.toml. */
export const passwordLimits = { min: 8, max: 72 } as const;

const isHashable = (password: string) =>
  new TextEncoder().encode(password).length <= passwordLimits.max;

const newPassword = z
  .string()
  .check(z.minLength(passwordLimits.min), z.maxLength(passwordLimits.max), z.refine(isHashable));

/** A path within the application; the server reads it with `readReturnPath`. */
const next = z.exactOptional(z.string().check(z.maxLength(1000)));

export const signIn = z.strictObject({
  email,
  password: z.string().check(z.minLength(1), z.maxLength(1000)),
});
export const signInWithLink = z.strictObject({ email, next });
export const signUp = z.strictObject({ email, password: newPassword, next });
export const requestPasswordReset = z.strictObject({ email });
export const setPassword = z.strictObject({ password: newPassword });

/** `everywhere` also ends the sessions of the user's other devices. */
export const signOut = z.strictObject({ everywhere: z.boolean() });
