/** Why a mail was sent: to sign in, to confirm an address, to choose a new password. */
export type MailKind = "link" | "confirm" | "reset";

const kinds: readonly MailKind[] = ["link", "confirm", "reset"];

export function isMailKind(value: unknown): value is MailKind {
  return kinds.some((kind) => kind === value);
}
