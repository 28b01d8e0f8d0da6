import { TRPCClientError } from "@trpc/client";
import type { ErrorCode } from "@/domain/error-codes";

/**
 * The closed code of anything that a call threw. What is no answer of the server is a line that
 * is down.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  const code = spurData(error)?.code;
  // The list of codes stays out of every page. A server of a newer build may know more of them:
  // `useErrorText` has a sentence for those as well.
  if (typeof code === "string") return code as ErrorCode;
  return error instanceof TRPCClientError && error.data ? "internal" : "backend_unreachable";
}

function spurData(error: unknown): { code?: unknown } | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  return (error.data as { spur?: { code?: unknown } } | null)?.spur;
}
