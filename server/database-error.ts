import type { PostgrestError } from "@supabase/supabase-js";
import { type ErrorCode, isErrorCode } from "@/domain/error-codes";

/**
 * Codes of Postgres (https://www.postgresql.org/docs/17/errcodes-appendix.html) and PostgREST
 * (https://docs.postgrest.org/en/v12/references/errors.html) that users can meet.
 */
const codes: Readonly<Record<string, ErrorCode>> = {
  "23502": "invalid_input",
  "23503": "reference_not_found",
  "23505": "already_exists",
  "23514": "invalid_input",
  "23P01": "period_overlaps",
  "40001": "busy",
  "40P01": "busy",
  "42501": "forbidden",
  "53300": "busy",
  "55P03": "busy",
  "57014": "too_slow",
  "57P01": "backend_unreachable",
  "57P02": "backend_unreachable",
  "57P03": "backend_unreachable",
  PGRST000: "backend_unreachable",
  PGRST001: "backend_unreachable",
  PGRST002: "backend_unreachable",
  PGRST003: "busy",
  // What we send is JSON always: only half of a character in a text makes it invalid.
  PGRST102: "invalid_input",
  PGRST116: "not_found",
  PGRST301: "session_expired",
  PGRST302: "not_signed_in",
  PGRST303: "session_expired",
};

/** `status` is 0 when no answer came. */
export function codeOfDatabaseError(
  error: Pick<PostgrestError, "code" | "message">,
  status: number,
): ErrorCode {
  // What our SQL raises by name.
  if (error.code === "P0001") return isErrorCode(error.message) ? error.message : "internal";
  // A period that ends before it begins is a data exception among many; one of no days a check.
  if (/range lower bound|_period_not_(empty|reversed)/.test(error.message))
    return "period_reversed";
  const code = codes[error.code];
  if (code) return code;
  // Data exceptions: a number out of range, a malformed date, a null character in a text.
  if (/^22...$/.test(error.code)) return "invalid_input";
  if (status === 0)
    return error.message.startsWith("TimeoutError") ? "too_slow" : "backend_unreachable";
  if (status === 413) return "too_large";
  if (status === 429) return "too_many_requests";
  if (status === 502 || status === 503 || status === 504) return "backend_unreachable";
  return "internal";
}
