import { randomUUID } from "node:crypto";

/** The code of a type that a workspace makes: codes are unique over all workspaces. */
export function ownCode(): string {
  return `OWN_${randomUUID().replaceAll("-", "").toUpperCase()}`;
}
