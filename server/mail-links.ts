import type { AuthError } from "@supabase/supabase-js";
import type { ErrorCode } from "@/domain/error-codes";
import { readReturnPath } from "@/domain/return-path";
import { authFailure, codeOfAuthError } from "./auth-error";
import { env } from "./env";
import { log } from "./log";

/** Where the link of a mail leads after it signed its reader in. */
export function returnAddress(next: string | undefined): string {
  const { siteUrl } = env();
  return `${siteUrl}${readReturnPath(next, siteUrl) ?? "/"}`;
}

// Only an address with an account can have had too many mails.
const telling: ReadonlySet<ErrorCode> = new Set([
  "sign_up_closed",
  "session_expired",
  "too_many_requests",
  "user_already_exists",
  "email_not_confirmed",
]);

/**
 * Keeps to itself that an address has no account, or has one that was written to a moment ago:
 * anybody may type any address. The log knows.
 * @throws SpurError for what has nothing to do with the account
 */
export function concealAccount(error: AuthError | null, requestId: string): void {
  if (!error) return;
  const code = codeOfAuthError(error);
  const isRequestLimit = error.code === "over_request_rate_limit";
  if (isRequestLimit || !telling.has(code)) throw authFailure(error);
  log("warn", "mail_not_sent", { requestId, code });
}
