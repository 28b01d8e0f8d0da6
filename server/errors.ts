import { TRPCError } from "@trpc/server";
import { $ZodError } from "zod/v4/core";
import { type ErrorCode, isErrorCode, type SpurErrorData } from "@/domain/error-codes";

type HttpCode = TRPCError["code"];

/** How each failure is told to HTTP; everything not named here is a bad request. */
const httpCodes: Partial<Record<ErrorCode, HttpCode>> = {
  not_signed_in: "UNAUTHORIZED",
  session_expired: "UNAUTHORIZED",
  invalid_credentials: "UNAUTHORIZED",
  too_many_requests: "TOO_MANY_REQUESTS",
  email_not_confirmed: "FORBIDDEN",
  account_blocked: "FORBIDDEN",
  sign_up_closed: "FORBIDDEN",
  forbidden: "FORBIDDEN",
  cross_origin: "FORBIDDEN",
  too_large: "PAYLOAD_TOO_LARGE",
  not_found: "NOT_FOUND",
  opportunity_not_found: "NOT_FOUND",
  party_not_found: "NOT_FOUND",
  lead_not_found: "NOT_FOUND",
  task_not_found: "NOT_FOUND",
  workspace_not_found: "NOT_FOUND",
  stage_not_found: "NOT_FOUND",
  import_not_found: "NOT_FOUND",
  invitation_not_found: "NOT_FOUND",
  user_already_exists: "CONFLICT",
  already_exists: "CONFLICT",
  conflict: "CONFLICT",
  in_use: "CONFLICT",
  link_used: "CONFLICT",
  last_admin: "CONFLICT",
  team_cycle: "CONFLICT",
  stage_in_use: "CONFLICT",
  last_open_stage: "CONFLICT",
  rank_order: "CONFLICT",
  period_overlaps: "CONFLICT",
  customer_blacklisted: "CONFLICT",
  lead_taken: "CONFLICT",
  lead_closed: "CONFLICT",
  campaign_sent: "CONFLICT",
  campaign_closed: "CONFLICT",
  team_empty: "CONFLICT",
  busy: "SERVICE_UNAVAILABLE",
  backend_unreachable: "SERVICE_UNAVAILABLE",
  too_slow: "GATEWAY_TIMEOUT",
  internal: "INTERNAL_SERVER_ERROR",
};

/** A failure with a closed code. Its cause is for the log and never leaves the server. */
export class SpurError extends TRPCError {
  readonly spur: SpurErrorData;

  constructor(code: ErrorCode, options: { field?: string; who?: string; cause?: unknown } = {}) {
    const { field, who, cause } = options;
    super({ code: httpCodes[code] ?? "BAD_REQUEST", message: code, cause });
    this.spur = {
      code,
      ...(field !== undefined && { field }),
      ...(who !== undefined && { who }),
    };
  }
}

/** What tRPC itself refuses: an unknown procedure, a wrong method, a body that is no JSON. */
const protocolCodes: Partial<Record<HttpCode, ErrorCode>> = {
  NOT_FOUND: "not_found",
  PAYLOAD_TOO_LARGE: "too_large",
  INTERNAL_SERVER_ERROR: "internal",
};

/** What the client learns of any error that reaches tRPC. */
export function spurErrorData(error: TRPCError): SpurErrorData {
  if (error instanceof SpurError) return error.spur;
  if (error.cause instanceof $ZodError) {
    const [issue] = error.cause.issues;
    const field = issue?.path.join(".");
    return field ? { code: "invalid_input", field } : { code: "invalid_input" };
  }
  return { code: protocolCodes[error.code] ?? "invalid_input" };
}

/** The code of an error that a client or a caller in the same process caught; null when it is none of ours. */
export function errorCodeOf(error: unknown): ErrorCode | null {
  if (!(error instanceof TRPCError)) return null;
  const { code } = spurErrorData(error);
  return isErrorCode(code) ? code : null;
}
