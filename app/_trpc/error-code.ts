import { TRPCClientError } from "@trpc/client";
import { type ErrorCode, isErrorCode } from "@/domain/error-codes";

/**
 * The closed code of anything that a call threw. What is no answer of the server is a line that
 * is down.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  const code = spurData(error)?.code;
  if (isErrorCode(code)) return code;
  return error instanceof TRPCClientError && error.data ? "internal" : "backend_unreachable";
}

function spurData(error: unknown): { code?: unknown } | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  return (error.data as { spur?: { code?: unknown } } | null)?.spur;
}
