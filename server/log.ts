type Level = "info" | "warn" | "error";

const levels: readonly string[] = ["info", "warn", "error", "off"] satisfies (Level | "off")[];

/**
 * One line of JSON a message, for whatever collects the output. Inputs are people's data and are
 * not logged. `SPUR_LOG_LEVEL` names the least level that is written; without it all are,
 * with "off" none.
 */
export function log(level: Level, event: string, fields: Record<string, unknown> = {}): void {
  const least = levels.indexOf(process.env.SPUR_LOG_LEVEL ?? "info");
  if (levels.indexOf(level) < least) return;
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields });
  if (level === "error") console.error(line);
  else console.log(line);
}

// Not `details`: Postgres puts whole rows there.
const told = ["name", "message", "code", "status", "hint"] as const;

/** What of a thrown thing helps to find its reason; the innermost cause knows where it began. */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const described = Object.fromEntries(told.map((key) => [key, Reflect.get(error, key)]));
  if (error.cause === undefined || depth === 3) return { ...described, stack: error.stack };
  return { ...described, cause: describeError(error.cause, depth + 1) };
}
