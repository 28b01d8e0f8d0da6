import { TRPCClientError } from "@trpc/client";
import { errorCodeOf } from "./error-code";

/** The name of who has what this user reached for; null where that is not why a call failed. */
export function fasterColleague(error: unknown): string | null {
  if (!(error instanceof TRPCClientError) || errorCodeOf(error) !== "lead_taken") return null;
  const who = (error.data as { spur?: { who?: unknown } } | null)?.spur?.who;
  return typeof who === "string" ? who : null;
}
