/** Where the server reports what no client is told. */
export type Log = (level: "info" | "warn" | "error", message: string) => void;

/** Warnings and errors to the console; the rest is for those who pass a log of their own. */
export const consoleLog: Log = (level, message) => {
  if (level !== "info") console[level](`[realtime] ${message}`);
};
