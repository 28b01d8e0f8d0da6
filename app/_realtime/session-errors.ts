import { errorCodeOf } from "@/app/_trpc/error-code";
import type { ErrorCode } from "@/domain/error-codes";

const noSession: ReadonlySet<ErrorCode> = new Set(["not_signed_in", "session_expired"]);

/** Whether a call failed because nobody is signed in any more. */
export const isSignedOut = (error: unknown) => noSession.has(errorCodeOf(error));

/** Whether a call failed because the reader is no member any more. */
export const isRemoved = (error: unknown) => errorCodeOf(error) === "workspace_not_found";
