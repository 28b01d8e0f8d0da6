import type { AuthError } from "@supabase/supabase-js";
import type { ErrorCode } from "@/domain/error-codes";
import { SpurError } from "./errors";

/** https://supabase.com/docs/guides/auth/debugging/error-codes */
const codes: Readonly<Record<string, ErrorCode>> = {
  bad_jwt: "session_expired",
  bad_json: "invalid_input",
  email_address_invalid: "invalid_input",
  email_address_not_authorized: "forbidden",
  email_exists: "user_already_exists",
  email_not_confirmed: "email_not_confirmed",
  email_provider_disabled: "sign_up_closed",
  flow_state_expired: "link_expired",
  flow_state_not_found: "link_expired",
  invalid_credentials: "invalid_credentials",
  invalid_grant: "invalid_credentials",
  no_authorization: "not_signed_in",
  otp_disabled: "sign_up_closed",
  otp_expired: "link_expired",
  over_email_send_rate_limit: "too_many_requests",
  over_request_rate_limit: "too_many_requests",
  reauthentication_needed: "session_expired",
  refresh_token_already_used: "session_expired",
  refresh_token_not_found: "session_expired",
  request_timeout: "too_slow",
  same_password: "same_password",
  session_expired: "session_expired",
  session_not_found: "session_expired",
  signup_disabled: "sign_up_closed",
  user_already_exists: "user_already_exists",
  user_banned: "account_blocked",
  user_not_found: "session_expired",
  validation_failed: "invalid_input",
  weak_password: "weak_password",
};

export function codeOfAuthError(error: AuthError): ErrorCode {
  const code = codes[error.code ?? ""];
  if (code) return code;
  if (error.name === "AuthSessionMissingError") return "not_signed_in";
  if (error.name === "AuthWeakPasswordError") return "weak_password";
  // Also a gateway's 502 to 504, as the client library names them.
  if (error.name === "AuthRetryableFetchError") return "backend_unreachable";
  if (error.status === 429) return "too_many_requests";
  return "internal";
}

export function authFailure(error: AuthError): SpurError {
  return new SpurError(codeOfAuthError(error), { cause: error });
}
