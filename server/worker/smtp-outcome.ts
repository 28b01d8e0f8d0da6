/** What became of one attempt to hand a mail over. */
export type SmtpOutcome =
  | { outcome: "sent" }
  /** The server said no, for good. */
  | { outcome: "refused"; detail: string; isAddressBad: boolean }
  /** The server did not take it, so sending it again makes no second one. */
  | { outcome: "later"; detail: string }
  /** It may have been taken: the answer was lost. */
  | { outcome: "unknown"; detail: string };

/** Replies that say of the address itself that nobody is there (RFC 5321, section 4.2.3). */
const badAddress = new Set([550, 551, 553]);

const beforeAnything = new Set(["EDNS", "EAUTH", "ETLS", "ECONFIG", "EPROXY"]);

/** Reads an error of nodemailer: reply codes of SMTP, else how far the connection had come. */
export function smtpOutcome(error: unknown): SmtpOutcome {
  const detail = error instanceof Error ? error.message : String(error);
  const { responseCode, command, code, syscall } = fieldsOf(error);
  if (typeof responseCode === "number" && responseCode >= 500) {
    const isAddressBad = command === "RCPT TO" && badAddress.has(responseCode);
    // A login or a greeting that is refused says nothing of this mail.
    if (command === "RCPT TO" || command === "DATA")
      return { outcome: "refused", detail, isAddressBad };
    return { outcome: "later", detail };
  }
  if (typeof responseCode === "number" && responseCode >= 400) return { outcome: "later", detail };
  if (syscall === "connect" || beforeAnything.has(String(code)))
    return { outcome: "later", detail };
  return { outcome: "unknown", detail };
}

function fieldsOf(error: unknown): Record<string, unknown> {
  return typeof error === "object" && error !== null ? { ...error } : {};
}
