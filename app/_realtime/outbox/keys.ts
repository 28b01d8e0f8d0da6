/** Whose writes they are, as far as the device knows. */
type Author = { workspaceId: string; memberId: string };

const ours = "spur-outbox:";

/** What the keys begin with under which a member's writes are kept: "spur-outbox:workspace:member:". */
export function outboxPrefix({ workspaceId, memberId }: Author): string {
  return `${ours}${workspaceId}:${memberId}:`;
}

/** The keys of everything that is kept on the device, whoever wrote it. */
export function keptKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(ours));
  } catch {
    // Where a browser keeps nothing, nothing waits.
    return [];
  }
}

/** How many writes of these members are not answered yet, or wait for a decision. */
export function countKept(authors: readonly Author[]): number {
  const prefixes = authors.map(outboxPrefix);
  return keptKeys().filter((key) => prefixes.some((prefix) => key.startsWith(prefix))).length;
}
