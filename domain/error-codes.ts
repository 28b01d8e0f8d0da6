/**
 * Every way in which a request can fail. The interface has a sentence for each in both languages
 * (`app/_i18n/messages/<locale>/errors.json`). The database raises some of them by name.
 */
export const errorCodes = [
  // Signing in
  "not_signed_in",
  "session_expired",
  "invalid_credentials",
  "email_not_confirmed",
  "user_already_exists",
  "account_blocked",
  "sign_up_closed",
  "weak_password",
  "same_password",
  "link_expired",
  "link_used",
  "link_invalid",
  "too_many_requests",
  // What was asked for
  "forbidden",
  "cross_origin",
  "invalid_input",
  "too_large",
  "not_found",
  "opportunity_not_found",
  "party_not_found",
  "lead_not_found",
  "task_not_found",
  "workspace_not_found",
  "stage_not_found",
  "import_not_found",
  "invitation_not_found",
  "reference_not_found",
  "already_exists",
  "conflict",
  "in_use",
  // Rules of the domain
  "last_admin",
  "team_cycle",
  "stage_in_use",
  "last_open_stage",
  "rank_order",
  "contact_not_readable",
  "contact_other_kind",
  "period_overlaps",
  "period_reversed",
  "customer_blacklisted",
  "lead_taken",
  "lead_closed",
  "team_empty",
  "proof_invalid",
  "without_email",
  "campaign_sent",
  "campaign_closed",
  "campaign_incomplete",
  "assignee_cannot_see",
  // The machinery
  "busy",
  "too_slow",
  "backend_unreachable",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<string> = new Set(errorCodes);

export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === "string" && known.has(text);
}

/**
 * What a client learns of a failure; `field` is the path of the input at fault, "patch.name", and
 * `who` the name of the member who was faster.
 */
export type SpurErrorData = { code: ErrorCode; field?: string; who?: string };
